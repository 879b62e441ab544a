// I do not accept the policy, and say why. It is kept as a refusal, the head is told, and I may change my mind.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { activeHolders, inPerson, notify, peopleByIds, personName } from '#features/people/index.ts';
import { keepActs } from '../keep-act.ts';
import { openFor, wordsFor } from '../own.ts';

export const refusePolicy = defineAction({
  name: 'acknowledgement.refuse',
  kind: 'write',
  summary: 'Say that I do not accept the policy, and why; the headteacher is told.',
  route: 'POST /acknowledgement/refusals',
  scope: 'school',
  who: inPerson,
  sealed: true,
  perMinute: 5,
  input: z.object({
    versionId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why, so that somebody can speak with you about it.')
      .max(2000, 'At most two thousand characters.')
      .describe('Why not, in your own words'),
  }),
  output: z.object({ acknowledgementId: z.uuid() }),
  errors: ['another-version', 'not-asked', 'confirmed-already'],
  controls: ['policy.acknowledgement'],
  about: (_, { acknowledgementId }) => ({ acknowledgement: acknowledgementId }),
}).handle(async (context, { versionId, reason }) => {
  const { db, scopeId, personId } = context;
  const { ask, asked } = await openFor(context, personId, versionId);
  const words = await wordsFor(context, ask, { kind: asked.kind, personId });
  const acknowledgementId = context.newId();
  await keepActs(context, ask, words, [{ id: acknowledgementId, personId }], {
    outcome: 'refused',
    kind: asked.kind,
    reason,
  });
  context.remark({ detail: { reason } });
  const [[person], heads] = await Promise.all([
    peopleByIds(db, scopeId, [personId]),
    activeHolders(db, scopeId, ['headteacher'], ask.today),
  ]);
  await notify(
    context,
    heads.map((head) => head.personId).filter((id) => id !== personId),
    {
      kind: 'acknowledgement.refused',
      text: `${person ? personName(person) : 'Somebody'} does not accept version ${ask.basis.version.n} of the policy, and has said why.`,
      href: '/policy/acknowledgement?state=refused',
      atOnce: true,
    },
  );
  return { acknowledgementId };
});
