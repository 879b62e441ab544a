// Answer the questions on the policy. What was wrong is said with its clause, and may be tried again.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { inPerson } from '#features/people/index.ts';
import { openFor } from '../own.ts';
import { insertAnswers } from '../queries.ts';
import { questionsOf, wrongOf } from '../quiz.ts';

export const answerQuestions = defineAction({
  name: 'acknowledgement.answer',
  kind: 'write',
  summary: 'Answer the questions on the policy; what was wrong is said with its clause.',
  route: 'POST /acknowledgement/answers',
  scope: 'school',
  who: inPerson,
  perMinute: 20,
  input: z.object({
    versionId: z.uuid(),
    answers: z
      .record(z.string().max(100), z.string().max(200))
      .describe('For each question, by the id of its setting, the answer chosen'),
  }),
  output: z.object({
    allRight: z.boolean(),
    wrong: z.array(
      z.object({
        settingId: z.string(),
        question: z.string(),
        clauses: z.array(z.object({ id: z.string(), number: z.string(), text: z.string() })),
      }),
    ),
  }),
  errors: ['another-version', 'not-asked', 'confirmed-already'],
  controls: ['policy.acknowledgement'],
  about: ({ versionId }, { wrong }) => ({ version: versionId, wrong: wrong.length }),
}).handle(async (context, { versionId, answers }) => {
  const { db, scopeId, personId, now, newId } = context;
  const { ask } = await openFor(context, personId, versionId);
  const questions = questionsOf(ask.document, ask.starter);
  const wrong = wrongOf(questions, answers);
  const right = questions.length - wrong.length;
  const { sha256: documentSha256 } = ask.basis.version;
  await insertAnswers(db, scopeId, { id: newId(), personId, documentSha256, asked: questions.length, right }, now);
  const clauses = [...ask.document.clauses, ...ask.starter.clauses];
  return {
    allRight: wrong.length === 0,
    wrong: wrong.map(({ settingId, question, clauses: ids }) => ({
      settingId,
      question,
      clauses: ids.flatMap((id) => {
        const found = clauses.find((clause) => clause.id === id);
        return found ? [{ id, number: found.number, text: found.text }] : [];
      }),
    })),
  };
});
