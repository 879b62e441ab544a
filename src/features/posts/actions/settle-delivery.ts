// Write down what a platform answered.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isOutstanding } from '../delivery.ts';
import { settleDeliveryRow } from '../delivery-queries.ts';
import { settlePost } from '../settle-post.ts';
import { lockedDelivery } from '../standing.ts';

export const settleDelivery = defineAction({
  name: 'posts.settleDelivery',
  kind: 'write',
  summary: 'Write down what a platform answered.',
  route: 'POST /deliveries/{deliveryId}/settle',
  scope: 'school',
  who: onlySystem,
  sealed: true,
  input: z.object({
    deliveryId: z.uuid(),
    outcome: z.enum(['published', 'refused', 'unknown']),
    permalink: z.string().max(2000).default(''),
    problem: z.string().max(2000).default(''),
  }),
  output: z.object({ postId: z.string() }),
  controls: ['posts.publish-once', 'posts.history'],
  about: ({ deliveryId, outcome }, { postId }) => ({ delivery: deliveryId, post: postId, result: outcome }),
}).handle(async (context, { deliveryId, outcome, permalink, problem }) => {
  const { db, scopeId, now } = context;
  const delivery = await lockedDelivery(context, deliveryId);
  if (isOutstanding(delivery.state)) {
    await settleDeliveryRow(db, scopeId, deliveryId, { state: outcome, permalink, problem, by: null, at: now });
    await settlePost(context, delivery.post_id);
  }
  return { postId: delivery.post_id };
});
