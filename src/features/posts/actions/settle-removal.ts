// Write down that a copy is gone.
import { z } from 'zod';
import { anySignedIn, either, onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { markRemoved } from '../delivery-queries.ts';
import { lockedDelivery } from '../standing.ts';

export const settleRemoval = defineAction({
  name: 'posts.settleRemoval',
  kind: 'write',
  summary: 'Say that a copy has been taken down, and how that was seen.',
  route: 'POST /deliveries/{deliveryId}/removed',
  scope: 'school',
  who: either(anySignedIn, onlySystem),
  token: 'posts:write',
  sealed: true,
  input: z.object({
    deliveryId: z.uuid(),
    proof: z.string().trim().min(3, 'Say how you know that it is gone.').max(1000),
  }),
  output: z.object({ postId: z.string() }),
  controls: ['posts.take-down', 'posts.history'],
  about: ({ deliveryId }, { postId }) => ({ delivery: deliveryId, post: postId }),
}).handle(async (context, { deliveryId, proof }) => {
  const { db, scopeId, now } = context;
  const delivery = await lockedDelivery(context, deliveryId);
  if (delivery.state === 'removal-asked') await markRemoved(db, scopeId, deliveryId, proof, now);
  return { postId: delivery.post_id };
});
