// Withdraw a post that was sent or approved, until it begins to go out; it is a draft again.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { mayEdit, mayHappen } from '../access.ts';
import { closeDecision } from '../reopening.ts';
import { lockedPost } from '../standing.ts';
import { setPostState } from '../write-queries.ts';

export const withdrawPost = defineAction({
  name: 'posts.withdraw',
  kind: 'write',
  summary: 'Withdraw a post that was sent or approved; it is a draft again.',
  route: 'POST /posts/{postId}/withdraw',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({ postId: z.uuid() }),
  output: z.object({}),
  controls: ['posts.schedule'],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId }) => {
  const { db, scopeId, now } = context;
  const policy = await context.policy();
  const post = mayEdit(context.actor, await lockedPost(context, postId), policy.clausesOf('accounts.authorisation'));
  const { next } = mayHappen(post, 'reopen');
  await closeDecision(context, postId, 'withdrawn');
  await setPostState(db, scopeId, postId, next, now);
  return {};
});
