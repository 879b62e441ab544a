// Answer somebody who was unsure: go on, or do not post it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { mayHappen } from '../access.ts';
import { answerersOf, decidersInWords } from '../deciders.ts';
import { savedDraft } from '../draft-facts.ts';
import { answerQuestionRow, questionRows } from '../question-queries.ts';
import { setPostState } from '../write-queries.ts';
import { lockedPost } from '../standing.ts';
import { tellAuthors } from '../tell-authors.ts';

export const answerQuestion = defineAction({
  name: 'posts.answer',
  kind: 'write',
  summary: 'Answer somebody who was unsure: go on with it, or do not post it.',
  route: 'POST /posts/{postId}/answer',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  input: z.object({
    postId: z.uuid(),
    goOn: z.boolean().describe('True = go on with it; false = do not post it'),
    words: z.string().trim().min(1, 'Say what you think.').max(2000),
  }),
  output: z.object({}),
  errors: ['not-the-decider'],
  controls: ['posts.unsure'],
  about: ({ postId, goOn }) => ({ post: postId, goOn }),
}).handle(async (context, { postId, goOn, words }) => {
  const { db, scopeId, personId, now } = context;
  const policy = await context.policy();
  const locked = await lockedPost(context, postId);
  const goesTo = policy.ruling(settings.approval.unsureGoesTo);
  const [draft, questions] = await Promise.all([savedDraft(context, locked), questionRows(db, scopeId, postId)]);
  const askers = questions.map((question) => question.asked_by);
  const answerers = await answerersOf(context, draft, askers, policy);
  if (!answerers.some((one) => one.personId === personId)) {
    throw fail.refused({
      code: 'not-the-decider',
      message: `This question is not yours to answer. ${decidersInWords(answerers, [goesTo.value])}`,
      remedy: 'Leave it to them.',
      clauses: goesTo.clauses,
    });
  }
  const { next } = mayHappen(locked, goOn ? 'answer' : 'refuse');
  await answerQuestionRow(db, scopeId, postId, words, personId, now);
  await setPostState(db, scopeId, postId, next, now);
  await tellAuthors(context, postId, 'posts.answered');
  context.remark({ clauses: goesTo.clauses, detail: { words } });
  return {};
});
