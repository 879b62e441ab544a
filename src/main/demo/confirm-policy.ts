// Somebody reads the policy to its end and confirms it in the way that it asks for, by the actions that anybody uses.
import type { Features } from '#features/index.ts';
import type { Api } from '#kernel/registry.ts';

type AcknowledgementApi = Api<Features>['acknowledgement'];

/** @param name what they type as their signature: their own name */
export async function confirmPolicy(api: AcknowledgementApi, name: string): Promise<void> {
  await readToTheEnd(api);
  const { asked } = await api.readMine({});
  if (!asked?.isAsked || asked.state === 'confirmed') return;
  const { versionId, kind, statement } = asked;
  if (kind === 'quiz') await answerRightly(api, versionId, asked.questions);
  const references = asked.references.map(({ key }) => key);
  const seen = { versionId, textSha256: statement.textSha256, references };
  if (kind === 'signature') await api.sign({ ...seen, typedName: name });
  else await api.confirm(seen);
}

export async function readToTheEnd(api: AcknowledgementApi): Promise<void> {
  const { asked } = await api.readMine({});
  if (!asked?.isAsked || asked.readToTheEnd) return;
  const { versionId } = asked;
  for (let part: (typeof asked)['part'] | null = asked.part; part !== null;) {
    const { number, shownSha256 }: (typeof asked)['part'] = part;
    part = (await api.turnPart({ versionId, part: number, shownSha256 })).next;
  }
}

/** New editions of what is read with the policy, once it has been confirmed. */
export async function confirmReferences(api: AcknowledgementApi): Promise<void> {
  const { asked } = await api.readMine({});
  if (!asked?.isAsked || asked.state !== 'confirmed') return;
  for (const { key, confirmedOn, textSha256 } of asked.references)
    if (confirmedOn === null) await api.confirmReference({ reference: key, textSha256 });
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
