// "It need not go there": a copy that waits for a person is let go, and the rest of the post stays as it is.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { waitsForPerson } from '../delivery.ts';
import { settleDeliveryRow } from '../delivery-queries.ts';
import { settlePost } from '../settle-post.ts';
import { lockedDelivery } from '../standing.ts';

export const leaveAccountOut = defineAction({
  name: 'posts.leaveOut',
  kind: 'write',
  summary: 'Leave one account out that a post has not gone to yet, with the reason.',
  route: 'POST /deliveries/{deliveryId}/leave-out',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({
    deliveryId: z.uuid(),
    reason: z.string().trim().min(3, 'Say why it need not go there.').max(1000),
  }),
  output: z.object({ postId: z.string() }),
  errors: ['not-waiting-for-anybody'],
  controls: ['posts.history'],
  about: ({ deliveryId }, { postId }) => ({ delivery: deliveryId, post: postId }),
}).handle(async (context, { deliveryId, reason }) => {
  const { db, scopeId, personId, now } = context;
  const { state, post_id: postId } = await lockedDelivery(context, deliveryId);
  if (!waitsForPerson(state)) {
    throw fail.conflict({
      code: 'not-waiting-for-anybody',
      message: 'This does not wait for anybody: it is out, on its way, or settled.',
      remedy: 'Look at the post. What is out can be taken down.',
    });
  }
  await settleDeliveryRow(db, scopeId, deliveryId, {
    state: 'cancelled',
    permalink: '',
    problem: reason,
    by: personId,
    at: now,
  });
  await settlePost(context, postId);
  context.remark({ detail: { reason } });
  return { postId };
});
