// Change one setting, with a reason, from a day: a new version of the policy with nothing else changed.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { putsInForce } from '../access.ts';
import { answerAsText } from '../answer.ts';
import { changeFields } from '../change-input.ts';
import { changedMeanwhile } from '../changed-meanwhile.ts';
import { planChange } from '../plan-change.ts';
import { carryOver, putVersion } from '../put-version.ts';
import { holdPolicy } from '../queries.ts';

export const changeSetting = defineAction({
  name: 'policy.changeSetting',
  kind: 'write',
  summary: 'Change one setting, with a reason, from a day.',
  route: 'PUT /policy/settings/{settingId}',
  scope: 'school',
  who: putsInForce,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    ...changeFields,
    reason: z
      .string()
      .trim()
      .min(3, 'Write why, for those who will ask.')
      .max(500, 'At most 500 characters.')
      .describe('Why'),
    material: z
      .boolean()
      .default(false)
      .describe('Everybody is asked to confirm the policy again because of it; the reason says why'),
    revision: z.string().max(40).describe('As it was read with the setting, or with the preview'),
  }),
  output: z.object({
    versionId: z.string(),
    changeId: z.string(),
    n: z.number(),
    sha256: z.string(),
    effectiveOn: z.string(),
  }),
  errors: ['answer-not-possible', 'nothing-changes', 'date-passed', 'setting-changed', 'locked-by-trust'],
  controls: ['policy.in-force', 'policy.document', 'policy.choices'],
  about: ({ settingId }, { versionId, changeId, sha256 }) => ({
    policyVersion: versionId,
    change: changeId,
    document: sha256,
    setting: settingId,
  }),
}).handle(async (context, input) => {
  const { db, scopeId, actor, now } = context;
  await holdPolicy(db, scopeId);
  const plan = await planChange(context, input);
  if (plan.revision !== input.revision) throw await changedMeanwhile(context, plan);
  const written = await putVersion(context, {
    document: plan.document,
    last: Math.max(...plan.rows.map(({ n }) => n)),
    effectiveOn: plan.effectiveOn,
    reason: input.reason,
    putBy: actor.kind === 'person' ? actor.personId : null,
    putAt: now,
    changes: plan.setting.id,
    material: input.material,
    materialReason: input.material ? input.reason : '',
  });
  const ground = { document: plan.document, adopted: plan.adoptedDocument, last: written.n };
  const carried = await carryOver(context, ground, plan.waiting);
  context.remark({
    about: { carriedOver: carried.map(({ id }) => id) },
    detail: {
      from: answerAsText(plan.setting, plan.before),
      to: answerAsText(plan.setting, plan.after),
      reason: input.reason,
    },
  });
  return {
    versionId: written.id,
    changeId: written.id,
    n: written.n,
    sha256: written.sha256,
    effectiveOn: plan.effectiveOn,
  };
});
