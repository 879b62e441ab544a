// Refuse a post, with the reason.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
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
  input: z.object({
    postId: z.uuid(),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('The hash of what was read'),
    note: z.string().trim().min(1, 'Say why it is refused.').max(1000),
    checklist: z
      .record(z.string(), z.enum(['yes', 'no']))
      .default({})
      .describe('Points of the list that were answered'),
  }),
  output: z.object({}),
  errors: [
    'already-decided',
    'post-is-draft',
    'post-is-approved',
    'post-is-expired',
    'changed-meanwhile',
    'not-the-decider',
    'own-post',
  ],
  controls: ['decisions.record', 'posts.no-self-approval'],
  about: ({ postId, hash }) => ({ post: postId, hash }),
}).handle(async (context, { postId, hash, note, checklist }) => {
  const { cast } = await deciding(context, postId, hash, 'refuse');
  await cast('refuse', note, { checklist });
  return {};
});
