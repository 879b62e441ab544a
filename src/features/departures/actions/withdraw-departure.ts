// Take back what one told of, before it is decided; it stays on record as taken back.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { latestDecision, setDecisionState } from '#features/decisions/index.ts';
import { takenBack } from '../access.ts';
import { setOutcome } from '../queries.ts';
import { lockedStanding } from '../standing.ts';

export const withdrawDeparture = defineAction({
  name: 'departures.withdraw',
  kind: 'write',
  summary: 'Take back a departure that nobody has decided on.',
  route: 'POST /policy/departures/{departureId}/withdraw',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ departureId: z.uuid() }),
  output: z.object({}),
  errors: ['already-decided'],
  controls: ['policy.departure'],
  about: ({ departureId }) => ({ departure: departureId }),
}).handle(async (context, { departureId }) => {
  const { db, scopeId, actor, now } = context;
  const { departure } = await lockedStanding(context, departureId);
  const mine = takenBack(actor, departure);
  const decision = await latestDecision(db, scopeId, 'departure', departureId);
  if (decision?.state === 'open') await setDecisionState(db, scopeId, decision.id, 'withdrawn', now);
  await setOutcome(db, scopeId, mine, { outcome: 'withdrawn' }, now);
  context.remark({ clauses: [departure.clause_id] });
  return {};
});
