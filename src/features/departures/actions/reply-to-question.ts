// Answer what was asked back about a departure; it goes to be decided again.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { openToReply } from '../access.ts';
import { putTo } from '../put-to.ts';
import { insertReply, setOutcome } from '../queries.ts';
import { hashWith, lockedStanding } from '../standing.ts';
import { documentInForce } from '#features/policy/index.ts';

export const replyToQuestion = defineAction({
  name: 'departures.reply',
  kind: 'write',
  summary: 'Answer what was asked back about a departure from the policy.',
  route: 'POST /policy/departures/{departureId}/replies',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    departureId: z.uuid(),
    words: z.string().trim().min(2, 'Write your answer.').max(4000, 'At most 4,000 characters.'),
  }),
  output: z.object({}),
  errors: ['not-questioned'],
  controls: ['policy.departure'],
  about: ({ departureId }) => ({ departure: departureId }),
}).handle(async (context, { departureId, words }) => {
  const { db, scopeId, personId, actor, at, now } = context;
  const { policy, departure, replies, deciders } = await lockedStanding(context, departureId);
  const mine = openToReply(actor, departure);
  await insertReply(db, scopeId, mine, { id: context.newId(), words, saidBy: personId }, now);
  await setOutcome(db, scopeId, mine, { outcome: null }, now);
  const { version } = await documentInForce(db, scopeId, at);
  const hash = hashWith(departure, [...replies, { words }]);
  const clauses = policy.clausesOf('policy.departure');
  await putTo(
    context,
    { departureId, openedBy: personId, hash, policyVersionId: version?.id ?? null, clauses },
    deciders,
  );
  context.remark({ clauses: [departure.clause_id], detail: { words } });
  return {};
});
