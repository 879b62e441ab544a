// Accept a departure, ask back, refer it, or decline the leave that is asked for.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { castVote } from '#features/decisions/index.ts';
import { notify } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { answerable, mayRead } from '../access.ts';
import { decidersInWords } from '../deciders.ts';
import { ANSWERS } from '../departure.ts';
import { setOutcome } from '../queries.ts';
import { lockedStanding } from '../standing.ts';

const TOLD = {
  accepted: 'A departure that you told of has been accepted.',
  questioned: 'Something is asked back about a departure that you told of.',
  referred: 'A departure that you told of has been referred.',
  declined: 'The leave that you asked for has been declined: look why.',
} as const;

export const decideDeparture = defineAction({
  name: 'departures.decide',
  kind: 'write',
  summary: 'Accept a departure from the policy, ask back, refer it or decline it.',
  route: 'POST /policy/departures/{departureId}/decision',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    departureId: z.uuid(),
    answer: z.enum(['accept', 'question', 'refer', 'decline'], 'Choose an answer.'),
    note: z.string().trim().max(2000).default('').describe('Why; needed for everything but accepting'),
    referTo: z.string().trim().max(200).default('').describe('To whom it is passed on'),
    until: z.iso
      .date('Write the day as year-month-day.')
      .nullable()
      .default(null)
      .describe('Last day of the leave; the day asked for if left out'),
    hash: z.string().describe('Of what was read'),
  }),
  output: z.object({ outcome: z.enum(['accepted', 'questioned', 'referred', 'declined']) }),
  errors: ['already-decided', 'changed-meanwhile', 'not-the-decider', 'already-happened', 'reason-needed'],
  controls: ['policy.departure', 'decisions.record', 'decisions.not-your-own'],
  about: ({ departureId, answer }) => ({ departure: departureId, answer }),
}).handle(async (context, { departureId, answer, note, referTo, until, hash }) => {
  const { db, scopeId, actor, at, now } = context;
  const { policy, departure, deciders, hash: current } = await lockedStanding(context, departureId);
  if (!mayRead(actor, departure, deciders)) throw fail.notFound('departure');
  const standing = answerable(departure, answer);
  refuseBare(answer, note, referTo);
  const leave = answer === 'accept' ? leaveOf(departure.until_on, until, await localDate(db, scopeId, at)) : null;
  const { outcome, vote } = ANSWERS[answer];
  await castVote(context, {
    subjectKind: 'departure',
    subjectId: departureId,
    answer: vote,
    note,
    answers: { outcome, referTo, until: leave },
    // What was read is told by the caller; a reply since then makes it another.
    hash: hash === current ? current : 'changed',
    mayDecide: (id) => deciders.some(({ personId }) => personId === id),
    deciders: decidersInWords(deciders),
    clauses: policy.clausesOf('policy.departure'),
  });
  await setOutcome(db, scopeId, standing, { outcome, referredTo: referTo, permittedUntil: leave }, now);
  await notify(context, [departure.opened_by], {
    kind: `departures.${outcome}`,
    text: TOLD[outcome],
    href: `/policy/departures/${departureId}`,
  });
  context.remark({
    clauses: [departure.clause_id, ...policy.clausesOf('policy.departure')],
    detail: { note, referTo },
    people: [departure.opened_by],
  });
  return { outcome };
});

/** @throws where whoever told of it would not learn why, or to whom it went */
function refuseBare(answer: string, note: string, referTo: string): void {
  const field = answer !== 'accept' && note === '' ? 'note' : answer === 'refer' && referTo === '' ? 'referTo' : null;
  if (field === null) return;
  const message = field === 'note' ? 'Say why, or what you want to know.' : 'Say to whom it is referred.';
  throw fail.invalid({ code: 'reason-needed', message, remedy: message, fields: [{ field, message }] });
}

/** Until when leave holds: no longer than was asked for. */
function leaveOf(asked: string | null, until: string | null, today: string): string | null {
  if (asked === null) return null;
  const given = until ?? asked;
  if (given <= asked && given >= today) return given;
  const message = given > asked ? 'No longer than was asked for.' : 'This day has passed.';
  throw fail.invalid({
    code: 'time-not-possible',
    message,
    remedy: 'Choose a day from today to the one that was asked for.',
    fields: [{ field: 'until', message }],
  });
}
