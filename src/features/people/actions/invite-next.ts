// Invite the next people of a round: by mail it is asked for at once, on paper they are made ready to be printed.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/schools/index.ts';
import { linkByMailWanted } from '../events.ts';
import { settleItems, takeWaiting, type Settled } from '../invitation-queries.ts';
import { DECIDING } from '../responsibilities.ts';
import { whyNotInvited } from '../why-not-invited.ts';

/** So many in one commit: what a process that ends leaves undone is never more. */
const AT_ONCE = 50;

export const inviteNext = defineAction({
  name: 'people.inviteNext',
  kind: 'write',
  summary: 'Invite the next people of a round.',
  route: 'POST /invitation-rounds/next',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ done: z.number(), refused: z.number() }),
  controls: ['people.personal-login'],
  about: (_, { done, refused }) => ({ done, refused }),
}).handle(async (context) => {
  const { db, scopeId, at, now } = context;
  const since = at.subtract({ hours: 24 }).toString();
  const waiting = await takeWaiting(db, scopeId, { today: dayOf(at), since, deciding: DECIDING, limit: AT_ONCE });
  const met = new Set<string>();
  const settled = waiting.map((one): Settled => {
    // The same person in two rounds: both were asked for before either was settled.
    const again = met.has(one.person_id) ? { ...one, asked_at: now } : one;
    met.add(one.person_id);
    const place = { roundId: one.round_id, n: one.n };
    const why = whyNotInvited(again, one.way);
    if (why) return { ...place, state: 'refused', ...why };
    if (one.way === 'paper') return { ...place, state: 'ready' };
    context.emit(linkByMailWanted, { personId: one.person_id, purpose: 'join', askedBy: one.asked_by });
    return { ...place, state: 'asked' };
  });
  if (settled.length > 0) await settleItems(db, scopeId, settled, now);
  return { done: settled.length, refused: settled.filter(({ state }) => state === 'refused').length };
});
