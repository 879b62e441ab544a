// Refuse a post, with the reason.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { BALLOT_ERRORS, ballotFields } from '../ballot.ts';
import { deciding } from '../deciding.ts';

export const refusePost = defineAction({
  name: 'posts.refuse',
  kind: 'write',
  summary: 'Refuse a post, with the reason.',
  route: 'POST /posts/{postId}/refuse',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({ ...ballotFields, note: z.string().trim().min(1, 'Say why it is refused.').max(1000) }),
  output: z.object({}),
  errors: BALLOT_ERRORS,
  controls: ['decisions.record', 'posts.no-self-approval'],
  about: ({ postId, hash }) => ({ post: postId, hash }),
}).handle(async (context, { postId, hash, note, checklist }) => {
  const { cast } = await deciding(context, postId, hash, 'refuse');
  await cast(note, { checklist });
  return {};
});
