// Record what a committee or the governing body decided: who was there, how they voted, and where the minutes say so.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { castVote } from '#features/decisions/index.ts';
import { setDraftState } from '#features/drafting/index.ts';
import { notify, peopleByIds } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { keepsMinutes } from '../access.ts';
import { bodyKinds, outcomeOf, votesCast } from '../meeting.ts';
import { goOn, pageOf, SUBJECT } from '../next-step.ts';
import { dayAt, openAdoption } from '../standing.ts';
import { governors } from '../queries.ts';
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
    quorum: count.min(1, 'At least one.').describe('How many must be present for it to decide'),
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
  if (draft.authors.includes(personId)) {
    throw fail.refused({
      code: 'own-draft',
      message: 'You wrote part of this draft, so somebody else records what was decided on it.',
      remedy: 'Leave it to the chair of governors, or to whoever else keeps the minutes.',
      clauses: [...new Set([...(await context.policy()).clausesOf('decisions.not-your-own'), ...row.clauses])],
    });
  }
  const today = await localDate(db, scopeId, at);
  mustBeDay(meeting.heldOn, await dayAt(context, row.sent_at), today);
  if (votesCast(meeting) > meeting.present.length + 1) throw tooManyVotes();
  if (
    new Set(meeting.present).size < meeting.present.length ||
    (await peopleByIds(db, scopeId, meeting.present)).length < meeting.present.length
  )
    throw notAMember();
  if (meeting.body === 'governing-body') {
    const members = new Set((await governors(db, scopeId, meeting.heldOn)).map((one) => one.personId));
    if (meeting.present.some((id) => !members.has(id))) throw notAGovernor();
    mustBeQuorum(meeting.quorum, members.size);
  }
  const outcome = outcomeOf(meeting);
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

function mustBeDay(heldOn: string, sentOn: string, today: string): void {
  const message =
    heldOn > today
      ? 'A meeting that is still to come has decided nothing.'
      : heldOn < sentOn
        ? `It was sent to be approved on ${sentOn}; an earlier meeting cannot have decided on it.`
        : null;
  if (message) throw fail.invalid({ code: 'meeting-day', message, fields: [{ field: 'heldOn', message }] });
}

/** Nobody lowers the quorum of the whole body to whoever happened to come. */
function mustBeQuorum(quorum: number, members: number): void {
  const least = Math.ceil(members / 2);
  if (quorum >= least) return;
  const message = `The governing body has ${members} members in the directory, so at least ${least} make its quorum.`;
  throw fail.invalid({ code: 'quorum-too-low', message, fields: [{ field: 'quorum', message }] });
}

const tooManyVotes = () => {
  const message = 'There are more votes than members present, even with a casting vote of the chair.';
  return fail.invalid({ code: 'votes-do-not-add-up', message, fields: [{ field: 'votesFor', message }] });
};

const notAMember = () => {
  const message = 'Choose each member who was present once, from the people of the school.';
  return fail.invalid({ code: 'not-a-member', message, fields: [{ field: 'present', message }] });
};

const notAGovernor = () => {
  const message = 'Somebody chosen here was no governor on that day.';
  return fail.invalid({ code: 'not-a-member', message, fields: [{ field: 'present', message }] });
};
