// Take a post down, with a reason. What happened stays on record.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { looksAfter, mayHappen } from '../access.ts';
import { startTakingDown } from '../taking-down.ts';
import { lockedPost } from '../standing.ts';

export const takeDownPost = defineAction({
  name: 'posts.takeDown',
  kind: 'write',
  summary: 'Take a published post down, with a reason.',
  route: 'POST /posts/{postId}/take-down',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  sealed: true,
  input: z.object({ postId: z.uuid(), reason: z.string().trim().min(3, 'Say why it comes down.').max(1000) }),
  output: z.object({ byHand: z.number() }),
  errors: ['not-yours-to-take-down'],
  controls: ['posts.take-down', 'posts.history'],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId, reason }) => {
  const post = await lockedPost(context, postId);
  if (!looksAfter(context.actor, post.accounts, post.mine)) {
    throw fail.forbidden({
      code: 'not-yours-to-take-down',
      message: 'Only people authorised for the account, and those who oversee posts, may take it down.',
      remedy: 'Tell the headteacher or the account’s runner at once.',
    });
  }
  mayHappen(post, 'take-down');
  context.remark({ detail: { reason }, clauses: (await context.policy()).clausesOf('posts.take-down') });
  return { byHand: await startTakingDown(context, postId, reason) };
});
