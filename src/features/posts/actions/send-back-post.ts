// Send a post back to its authors: what should change?
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { BALLOT_ERRORS, ballotFields } from '../ballot.ts';
import { deciding } from '../deciding.ts';

export const sendBackPost = defineAction({
  name: 'posts.sendBack',
  kind: 'write',
  summary: 'Send a post back to its authors, saying what should change.',
  route: 'POST /posts/{postId}/send-back',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({ ...ballotFields, note: z.string().trim().min(1, 'Say what should change.').max(1000) }),
  output: z.object({}),
  errors: BALLOT_ERRORS,
  controls: ['decisions.record', 'posts.no-self-approval'],
  about: ({ postId, hash }) => ({ post: postId, hash }),
}).handle(async (context, { postId, hash, note, checklist }) => {
  const { cast } = await deciding(context, postId, hash, 'send-back');
  await cast(note, { checklist });
  return {};
});
