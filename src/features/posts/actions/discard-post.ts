// Put a draft away. It stays on record and can no longer go out.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { mayEdit, mayHappen } from '../access.ts';
import { lockedPost } from '../standing.ts';
import { setPostState } from '../write-queries.ts';

export const discardPost = defineAction({
  name: 'posts.discard',
  kind: 'write',
  summary: 'Put a draft away.',
  route: 'POST /posts/{postId}/discard',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({ postId: z.uuid() }),
  output: z.object({}),
  controls: ['posts.history'],
  about: ({ postId }) => ({ post: postId }),
}).handle(async (context, { postId }) => {
  const { db, scopeId, now } = context;
  const policy = await context.policy();
  const post = mayEdit(context.actor, await lockedPost(context, postId), policy.clausesOf('accounts.authorisation'));
  const { next } = mayHappen(post, 'discard');
  await setPostState(db, scopeId, postId, next, now);
  return {};
});
