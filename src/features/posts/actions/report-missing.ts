// "I have looked, and it is not there": settles a copy of which nobody could tell whether it had gone out.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settleDeliveryRow } from '../delivery-queries.ts';
import { settlePost } from '../settle-post.ts';
import { lockedDelivery } from '../standing.ts';

export const reportMissing = defineAction({
  name: 'posts.reportMissing',
  kind: 'write',
  summary: 'Say that I have looked on the account, and the post is not there.',
  route: 'POST /deliveries/{deliveryId}/missing',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({ deliveryId: z.uuid(), seen: z.string().trim().min(3, 'Say where you looked.').max(1000) }),
  output: z.object({ postId: z.string() }),
  errors: ['outcome-known'],
  controls: ['posts.publish-once', 'posts.history'],
  about: ({ deliveryId }, { postId }) => ({ delivery: deliveryId, post: postId }),
}).handle(async (context, { deliveryId, seen }) => {
  const { db, scopeId, personId, now } = context;
  const delivery = await lockedDelivery(context, deliveryId);
  if (delivery.state !== 'unknown') {
    throw fail.conflict({
      code: 'outcome-known',
      message: 'What came of this is known by now.',
      remedy: 'Look at the post: it shows what happened.',
    });
  }
  await settleDeliveryRow(db, scopeId, deliveryId, {
    state: 'refused',
    permalink: '',
    problem: seen,
    by: personId,
    at: now,
  });
  await settlePost(context, delivery.post_id);
  return { postId: delivery.post_id };
});
