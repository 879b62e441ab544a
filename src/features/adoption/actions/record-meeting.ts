// Record what a committee or the governing body decided: who was there, how they voted, and where the minutes say so.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { castVote } from '#features/decisions/index.ts';
import { setDraftState } from '#features/drafting/index.ts';
import { notify } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { keepsMinutes } from '../access.ts';
import { bodiesOf } from '../bodies.ts';
import { bodyKinds, carriedByAuthors, outcomeOf } from '../meeting.ts';
import { goOn, pageOf, SUBJECT } from '../next-step.ts';
import { mustBePossible } from '../possible-meeting.ts';
import { governors } from '../queries.ts';
import { dayAt, openAdoption } from '../standing.ts';
import { closeAdoption, insertMeeting } from '../write-queries.ts';

const count = z.int('Write a whole number.').min(0, 'Not below nothing.').max(200, 'At most 200.');

export const recordMeeting = defineAction({
  name: 'adoption.recordMeeting',
  kind: 'write',
  summary: 'Record what a committee or the governing body decided on a draft of the policy.',
  route: 'POST /adoptions/{adoptionId}/meetings',
  scope: 'school',
  who: keepsMinutes,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    adoptionId: z.uuid(),
    sha256: z.string().max(64).describe('Of the document that was before the meeting'),
    body: z.enum(bodyKinds).describe('Which body met'),
    name: z
      .string()
      .trim()
      .min(1, 'Write the name of the body.')
      .max(200, 'At most 200 characters.')
      .describe('Its name'),
    heldOn: z.iso.date('Write the date as year-month-day.').describe('The day of the meeting'),
    present: z.array(z.uuid()).min(1, 'Say who was there.').max(200).describe('Members who were present'),
    quorum: count.min(1, 'At least one.').describe('How many must be present for it to decide, as it has set itself'),
    votesFor: count.describe('Votes for it, the chair’s casting vote among them where there was one'),
    votesAgainst: count.describe('Votes against it'),
    abstained: count.default(0).describe('Abstentions'),
    minute: z
      .string()
      .trim()
      .min(1, 'Write where the minutes say so.')
      .max(200, 'At most 200 characters.')
      .describe('Minute reference'),
  }),
  output: z.object({ outcome: z.enum(['adopted', 'against', 'not-quorate']) }),
  errors: [
    'adoption-over',
    'draft-edited',
    'not-before-a-meeting',
    'own-draft',
    'meeting-day',
    'quorum-too-low',
    'votes-do-not-add-up',
    'not-a-member',
    'no-trust',
  ],
  controls: ['policy.adoption', 'decisions.exact-thing', 'decisions.not-your-own'],
  about: ({ adoptionId, sha256 }, { outcome }) => ({ adoption: adoptionId, document: sha256, outcome }),
}).handle(async (context, { adoptionId, sha256, ...meeting }) => {
  const { db, scopeId, personId, at, now } = context;
  const { row, draft, current } = await openAdoption(context, adoptionId);
  if (current?.kind !== 'body') {
    throw fail.conflict({
      code: 'not-before-a-meeting',
      message: 'It is not a meeting’s turn to decide on this.',
      remedy: 'Look at the page: it says who decides now.',
    });
  }
  const clauses = [...new Set([...(await context.policy()).clausesOf('decisions.not-your-own'), ...row.clauses])];
  if (draft.authors.includes(personId)) {
    throw fail.refused({
      code: 'own-draft',
      message: 'You wrote part of this draft, so somebody else records what was decided on it.',
      remedy: 'Leave it to the chair of governors, or to whoever else keeps the minutes.',
      clauses,
    });
  }
  const [today, sentOn, bodies, members] = await Promise.all([
    localDate(db, scopeId, at),
    dayAt(context, row.sent_at),
    bodiesOf(db),
    governors(db, scopeId, meeting.heldOn),
  ]);
  mustBePossible(meeting, { today, sentOn, bodies, members });
  const outcome = outcomeOf(meeting);
  if (outcome === 'adopted' && carriedByAuthors(meeting, draft.authors)) {
    throw fail.refused({
      code: 'own-draft',
      message: 'Every vote for it could be of somebody who wrote part of it, and nobody decides on what they wrote.',
      remedy: 'It is adopted when somebody else votes for it too: let the body vote again.',
      clauses,
    });
  }
  const { position } = current;
  const kept = { ...meeting, schoolId: scopeId, id: context.newId(), adoptionId, position, outcome };
  await insertMeeting(db, { ...kept, recordedBy: personId, recordedAt: now });
  context.remark({ clauses: row.clauses, about: { meeting: kept.id }, people: meeting.present });
  const href = pageOf(row);
  if (outcome === 'not-quorate') {
    const text = `The meeting on “${row.title}” had no quorum, so nothing is decided.`;
    await notify(context, [row.sent_by], { kind: 'adoption.not-quorate', text, href });
    return { outcome };
  }
  await castVote(context, {
    subjectKind: SUBJECT,
    subjectId: adoptionId,
    answer: outcome === 'adopted' ? 'approve' : 'refuse',
    note: meeting.minute,
    answers: { meeting: kept.id },
    hash: sha256,
    mayDecide: () => true, // the meeting has decided; who may record it is `who`
    deciders: '',
    clauses: row.clauses,
  });
  if (outcome === 'adopted') {
    await goOn(context, row, draft);
    return { outcome };
  }
  const because = `${meeting.name} did not adopt it (${meeting.minute}).`;
  await closeAdoption(db, row, { state: 'refused', by: personId, at: now, because });
  await setDraftState(context, row.draft_id, 'draft');
  await notify(context, [row.sent_by], {
    kind: 'adoption.refused',
    text: `“${row.title}” was not adopted. Read why.`,
    href,
  });
  return { outcome };
});
