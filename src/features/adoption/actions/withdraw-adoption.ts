// Withdraw a draft on its way, or an adoption whose day has not come.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { latestDecision, setDecisionState } from '#features/decisions/index.ts';
import { draftState, setDraftState } from '#features/drafting/index.ts';
import { callOff, versionRows } from '#features/policy/index.ts';
import { withdrawable } from '../access.ts';
import { SUBJECT } from '../next-step.ts';
import { lockAdoption } from '../queries.ts';
import { closeAdoption } from '../write-queries.ts';

export const withdrawAdoption = defineAction({
  name: 'adoption.withdraw',
  kind: 'write',
  summary: 'Withdraw a draft on its way, or an adoption whose day has not come.',
  route: 'POST /adoptions/{adoptionId}/withdraw',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    adoptionId: z.uuid(),
    reason: z
      .string()
      .trim()
      .min(3, 'Write why, for those who will ask.')
      .max(500, 'At most 500 characters.')
      .describe('Why'),
  }),
  output: z.object({ state: z.literal('withdrawn') }),
  errors: ['not-yours-to-withdraw', 'adoption-over', 'already-in-force', 'already-called-off'],
  controls: ['policy.adoption'],
  about: ({ adoptionId }) => ({ adoption: adoptionId }),
}).handle(async (context, { adoptionId, reason }) => {
  const { db, scopeId, actor, personId, now } = context;
  const found = await lockAdoption(db, scopeId, adoptionId);
  if (!found) throw fail.notFound('adoption');
  const row = withdrawable(actor, found);
  const closing = { state: 'withdrawn' as const, by: personId, at: now, because: reason };
  if (row.state === 'adopted') {
    const version = (await versionRows(db, scopeId)).find(({ id }) => id === row.version_id)!;
    await callOff(context, version.change_id);
  } else if (row.state === 'open') {
    const decision = await latestDecision(db, scopeId, SUBJECT, adoptionId);
    if (decision?.state === 'open') await setDecisionState(db, scopeId, decision.id, 'withdrawn', now);
    const draft = await draftState(db, scopeId, row.draft_id);
    if (draft.state !== 'draft') await setDraftState(context, row.draft_id, 'draft');
  } else {
    throw fail.conflict({
      code: 'adoption-over',
      message: 'This is over already.',
      remedy: 'There is nothing left to do.',
    });
  }
  await closeAdoption(db, row, closing);
  context.remark({ detail: { reason } });
  return { state: 'withdrawn' as const };
});
