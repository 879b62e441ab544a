// After its closing date a vacancy comes down.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { after, type PostState } from '../post.ts';
import { lockPost } from '../queries.ts';
import { startTakingDown } from '../taking-down.ts';
import { tellAuthors } from '../tell-authors.ts';

export const closeAfterDate = defineAction({
  name: 'posts.closeAfterDate',
  kind: 'write',
  summary: 'Take a post down after its closing date.',
  route: 'POST /posts/{postId}/close-after-date',
  scope: 'school',
  who: onlySystem,
  input: z.object({ postId: z.uuid() }),
  output: z.object({ byHand: z.number() }),
  controls: ['posts.closing-date'],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId }) => {
  const post = await lockPost(context.db, context.scopeId, postId);
  if (!post || after(post.state as PostState, 'take-down') === null) return { byHand: 0 };
  context.remark({ clauses: (await context.policy()).clausesOf('posts.closing-date') });
  await tellAuthors(context, postId, 'posts.closed');
  return { byHand: await startTakingDown(context, postId, 'Its closing date has passed.') };
});
