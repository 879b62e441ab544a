// Somebody reads the policy to its end and confirms it in the way that it asks for, by the actions that anybody uses.
import type { Features } from '#features/index.ts';
import type { Api } from '#kernel/registry.ts';

type AcknowledgementApi = Api<Features>['acknowledgement'];

/** @param name what they type as their signature: their own name */
export async function confirmPolicy(api: AcknowledgementApi, name: string): Promise<void> {
  await readToTheEnd(api);
  const { asked } = await api.readMine({});
  if (!asked || asked.state === 'confirmed') return;
  const { versionId, kind, statement } = asked;
  if (kind === 'quiz') await answerRightly(api, versionId, asked.questions);
  if (kind === 'signature') await api.sign({ versionId, textSha256: statement.textSha256, typedName: name });
  else await api.confirm({ versionId, textSha256: statement.textSha256 });
}

export async function readToTheEnd(api: AcknowledgementApi): Promise<void> {
  const { asked } = await api.readMine({});
  if (!asked || !asked.isAsked) return;
  for (let part = asked.turned + 1; part <= asked.parts; part++)
    await api.turnPart({ versionId: asked.versionId, part });
}

type Questions = NonNullable<Awaited<ReturnType<AcknowledgementApi['readMine']>>['asked']>['questions'];

/** As somebody does who knows little: what was wrong is answered otherwise the next time. */
async function answerRightly(api: AcknowledgementApi, versionId: string, questions: Questions): Promise<void> {
  const tries = new Map(questions.map(({ settingId }) => [settingId, 0]));
  const most = Math.max(...questions.map(({ options }) => options.length));
  for (let n = 0; n < most; n++) {
    const answers = Object.fromEntries(
      questions.map(({ settingId, options }) => [settingId, options[tries.get(settingId)!]?.value ?? '']),
    );
    const { allRight, wrong } = await api.answer({ versionId, answers });
    if (allRight) return;
    for (const { settingId } of wrong) tries.set(settingId, tries.get(settingId)! + 1);
  }
}
