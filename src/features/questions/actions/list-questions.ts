// Questions about the policy: those that wait for me, those that I asked, and those whose answers I look after.
import { z } from 'zod';
import { anySignedIn, holds } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { personName } from '#features/people/index.ts';
import { mayAnswer, mayRead } from '../access.ts';
import { answeredQuestionRows, answerRows, noteRows, waitingQuestionRows } from '../queries.ts';
import { answerers, asContact, firstContact } from '../who-is-asked.ts';

const PAGE = 50;
const WAITING = 100;

export const listQuestions = defineAction({
  name: 'questions.list',
  kind: 'read',
  summary: 'List the questions about the policy that I asked or may answer.',
  route: 'GET /policy/questions',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({ before: z.uuid().optional().describe('The last question of the page before') }),
  output: z.object({
    firstContact: z
      .object({ role: z.string(), people: z.array(z.string()), clauses: z.array(z.string()).readonly() })
      .describe('Who would answer a question of mine'),
    questions: z
      .array(
        z.object({
          id: z.string(),
          clauseId: z.string().nullable(),
          words: z.string(),
          askedBy: z.string(),
          askedAt: z.string(),
          mine: z.boolean(),
          answers: z.array(z.object({ words: z.string(), by: z.string(), at: z.string() })),
          note: z.object({ id: z.string(), words: z.string() }).nullable(),
          mayAnswer: z.boolean(),
        }),
      )
      .describe('Newest first; what waits for an answer stands on the first page, whenever it was asked'),
    moreWaiting: z.boolean().describe('More wait; they come up as these are answered'),
    next: z.string().nullable().describe('Give it as “before” for the next page; null on the last'),
  }),
  controls: ['policy.questions'],
}).handle(async (context, { before = null }) => {
  const { db, scopeId, personId, actor } = context;
  const policy = await context.policy();
  const asked = await answerers(context, policy);
  // Somebody of those who answer may ask too; it then goes past them.
  const everyQueue = [asked([]), ...asked([]).map(({ personId: one }) => asked([one]))];
  const answersSome = holds(actor, 'headteacher') || everyQueue.flat().some((one) => one.personId === personId);
  const askedBy = answersSome ? null : personId;
  const [waiting, answered] = await Promise.all([
    before === null ? waitingQuestionRows(db, scopeId, { askedBy, limit: WAITING + 1 }) : [],
    answeredQuestionRows(db, scopeId, { askedBy, before, limit: PAGE + 1 }),
  ]);
  const page = answered.slice(0, PAGE);
  const rows = [...waiting.slice(0, WAITING), ...page]
    .filter((row) => mayRead(actor, row, asked([row.asked_by])))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
  const [answers, notes] = await Promise.all([
    answerRows(
      db,
      scopeId,
      rows.map(({ id }) => id),
    ),
    noteRows(db, scopeId),
  ]);
  const { value, clauses } = firstContact(policy);
  return {
    firstContact: { ...asContact(asked([personId]), value), clauses },
    questions: rows.map((row) => {
      const note = notes.find(({ question_id }) => question_id === row.id);
      return {
        id: row.id,
        clauseId: row.clause_id,
        words: row.words,
        askedBy: personName(row),
        askedAt: row.asked_at,
        mine: row.asked_by === personId,
        answers: answers
          .filter(({ question_id }) => question_id === row.id)
          .map((answer) => ({ words: answer.words, by: personName(answer), at: answer.answered_at })),
        note: note ? { id: note.id, words: note.words } : null,
        mayAnswer: mayAnswer(actor, row, asked([row.asked_by])),
      };
    }),
    moreWaiting: waiting.length > WAITING,
    next: answered.length > PAGE ? page.at(-1)!.id : null,
  };
});
