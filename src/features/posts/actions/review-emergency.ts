// The day after: somebody looks again at a post that went out by the emergency route.
import { z } from 'zod';
import { holding } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { authorRows, lockPost } from '../queries.ts';
import { markReviewed } from '../write-queries.ts';

export const reviewEmergency = defineAction({
  name: 'posts.reviewEmergency',
  kind: 'write',
  summary: 'Say what I think of an emergency post, the day after.',
  route: 'POST /posts/{postId}/review',
  scope: 'school',
  who: holding('the headteacher, a deputy or the senior leadership team', 'headteacher', 'deputy-headteacher', 'slt'),
  freshFactorMinutes: 240,
  input: z.object({ postId: z.uuid(), words: z.string().trim().min(3, 'Say what you found.').max(2000) }),
  output: z.object({}),
  errors: ['own-post'],
  controls: ['posts.emergency'],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId, words }) => {
  const { db, scopeId, personId, now } = context;
  const post = await lockPost(db, scopeId, postId);
  if (!post || post.review_due_on === null) throw fail.notFound('emergency post');
  const authors = await authorRows(db, scopeId, postId);
  if (authors.some((author) => author.person_id === personId)) {
    throw fail.refused({
      code: 'own-post',
      message: 'You wrote this post, so somebody else looks at it again.',
      remedy: 'Leave it to another member of the leadership team.',
      clauses: (await context.policy()).clausesOf('posts.emergency'),
    });
  }
  await markReviewed(db, scopeId, postId, personId, now);
  context.remark({ detail: { words }, clauses: (await context.policy()).clausesOf('posts.emergency') });
  return {};
});
