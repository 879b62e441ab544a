// Answer a question about the policy; the asker is told, and the answer is kept.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { notify } from '#features/people/index.ts';
import { insertAnswer } from '../queries.ts';
import { questionToAnswer } from '../standing.ts';

export const answerQuestion = defineAction({
  name: 'questions.answer',
  kind: 'write',
  summary: 'Answer a question about the policy.',
  route: 'POST /policy/questions/{questionId}/answers',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    questionId: z.uuid(),
    words: z.string().trim().min(2, 'Write the answer.').max(4000, 'At most 4,000 characters.'),
  }),
  output: z.object({}),
  errors: ['not-the-answerer'],
  controls: ['policy.questions'],
  about: ({ questionId }) => ({ question: questionId }),
}).handle(async (context, { questionId, words }) => {
  const { db, scopeId, personId, now } = context;
  const { question, clauses } = await questionToAnswer(context, questionId);
  await insertAnswer(db, scopeId, question, { id: context.newId(), words, answeredBy: personId }, now);
  await notify(context, [question.asked_by], {
    kind: 'questions.answered',
    text: 'Your question about the policy has been answered.',
    href: `/policy/questions#${questionId}`,
  });
  context.remark({ clauses, detail: { words }, people: [question.asked_by] });
  return {};
});
