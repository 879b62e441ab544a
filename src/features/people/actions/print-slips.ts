// Make the links of a round as slips to cut out: shown this once, to whoever asked for the round and to nobody else.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail, isFailure } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { inPerson, inviters } from '../access.ts';
import { itemRows, roundCounts, roundRow, settleItems, type Settled } from '../invitation-queries.ts';
import { makeLink } from '../make-link.ts';
import { personName } from '../person.ts';
import { holdDirectory } from '../queries.ts';
import { DECIDING } from '../responsibilities.ts';
import { OWN_ADDRESS_ONLY } from '../why-not-invited.ts';

/** Twelve sheets of eight: what one prints at a time, and no longer than a few seconds to make. */
const AT_ONCE = 96;

export const printSlips = defineAction({
  name: 'people.printSlips',
  kind: 'write',
  secretAnswer: true,
  summary: 'Make the next links of a round as slips to cut out and hand over. They are shown this once.',
  route: 'POST /invitation-rounds/{roundId}/slips',
  scope: 'school',
  who: inviters,
  freshFactorMinutes: 240,
  perMinute: 10,
  input: z.object({ roundId: z.uuid() }),
  output: z.object({
    slips: z.array(
      z.object({
        name: z.string(),
        jobTitle: z.string(),
        token: z.string().describe('Shown this once: the link is the address of Gatepost, then /join/, then this'),
        expiresAt: z.string(),
      }),
    ),
    left: z.number().describe('Slips still to be made'),
  }),
  errors: ['not-your-round', 'nothing-to-print'],
  controls: ['people.personal-login'],
  about: ({ roundId }, { slips }) => ({ round: roundId, slips: slips.length }),
}).handle(async (context, { roundId }) => {
  const { db, scopeId, at, now, actor } = context;
  await holdDirectory(db, scopeId);
  const round = await roundRow(db, scopeId, roundId);
  if (!round) throw fail.notFound('round of invitations');
  if (!inPerson.allows(actor) || context.personId !== round.asked_by) {
    throw fail.forbidden({
      code: 'not-your-round',
      message: 'Only whoever asked for these invitations is shown the links.',
      remedy: 'Start a round of your own; it takes the place of the older links.',
    });
  }
  const ready = await itemRows(db, scopeId, roundId, {
    state: 'ready',
    deciding: DECIDING,
    today: dayOf(at),
    limit: AT_ONCE,
  });
  if (ready.length === 0) {
    throw fail.conflict({
      code: 'nothing-to-print',
      message: 'There is no slip left to make in this round.',
      remedy: 'If a sheet was lost, invite those people again tomorrow, or make each a link on their page.',
    });
  }
  const slips = [];
  const settled: Settled[] = [];
  for (const one of ready) {
    if (one.decides) {
      settled.push({ roundId, n: one.n, state: 'refused', ...OWN_ADDRESS_ONLY });
      continue;
    }
    try {
      const { token, expiresAt } = await makeLink(context, one.person_id, 'join');
      slips.push({ name: personName(one), jobTitle: one.job_title, token, expiresAt });
      settled.push({ roundId, n: one.n, state: 'printed' });
    } catch (error) {
      // Joined, left or lost their address since the round was asked for.
      if (!isFailure(error) || error.kind === 'internal') throw error;
      settled.push({ roundId, n: one.n, state: 'refused', problem: error.message, remedy: error.remedy ?? '' });
    }
  }
  await settleItems(db, scopeId, settled, now);
  const { ready: left = 0 } = await roundCounts(db, scopeId, roundId);
  return { slips, left };
});
