// A draft was edited, or put away, while it was on its way: what was approved and signed no longer is what it says, so it has to be sent anew.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { latestDecision, setDecisionState } from '#features/decisions/index.ts';
import { notify } from '#features/people/index.ts';
import { pageOf, SUBJECT } from '../next-step.ts';
import { openAdoptionOf } from '../queries.ts';
import { isAsSent, standingOf } from '../standing.ts';
import { closeAdoption } from '../write-queries.ts';

export const closeEdited = defineAction({
  name: 'adoption.closeEdited',
  kind: 'write',
  summary: 'Close the adoption of a draft that was edited after it was sent.',
  route: 'POST /drafts/{draftId}/adoption/close',
  scope: 'school',
  who: onlySystem,
  input: z.object({ draftId: z.uuid() }),
  output: z.object({ closed: z.boolean() }),
  controls: ['decisions.exact-thing'],
  about: ({ draftId }) => ({ draft: draftId }),
}).handle(async (context, { draftId }) => {
  const { db, scopeId, now } = context;
  const row = await openAdoptionOf(db, scopeId, draftId);
  if (!row) return { closed: false };
  const standing = await standingOf(context, row);
  if (isAsSent(standing)) return { closed: false };
  const decision = await latestDecision(db, scopeId, SUBJECT, row.id);
  if (decision?.state === 'open') await setDecisionState(db, scopeId, decision.id, 'withdrawn', now);
  const isAway = standing.draft.state === 'discarded';
  const because = `The draft was ${isAway ? 'put away' : 'edited'} after it was sent.`;
  await closeAdoption(db, row, { state: 'withdrawn', by: null, at: now, because });
  const text = isAway
    ? `“${row.title}” was put away, so nobody is asked to approve it any more.`
    : `“${row.title}” was edited, so it has to be sent to be approved anew.`;
  await notify(context, [row.sent_by], { kind: 'adoption.edited', text, href: pageOf(row) });
  return { closed: true };
});
