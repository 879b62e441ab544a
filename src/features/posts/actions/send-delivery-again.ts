// A platform said no: send the very same bytes there again, once whoever looks after the account has seen to it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { beginDeliveryAgain } from '../delivery-queries.ts';
import { publishPost } from '../jobs/publish-post.ts';
import { lockedDelivery } from '../standing.ts';

export const sendDeliveryAgain = defineAction({
  name: 'posts.sendAgain',
  kind: 'write',
  summary: 'Send a post again to an account that refused it.',
  route: 'POST /deliveries/{deliveryId}/send-again',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  sealed: true,
  input: z.object({ deliveryId: z.uuid() }),
  output: z.object({ postId: z.string() }),
  errors: ['not-refused'],
  controls: ['posts.publish-once', 'posts.history'],
  about: ({ deliveryId }, { postId }) => ({ delivery: deliveryId, post: postId }),
}).handle(async (context, { deliveryId }) => {
  const { db, scopeId, now } = context;
  const { state, post_id: postId } = await lockedDelivery(context, deliveryId);
  if (state !== 'refused') {
    throw fail.conflict({
      code: 'not-refused',
      message: 'This was not refused, or somebody has seen to it since.',
      remedy: 'Look at the post: it shows what happened.',
    });
  }
  await beginDeliveryAgain(db, scopeId, deliveryId, now);
  context.enqueue(publishPost, { postId }, { key: postId });
  return { postId };
});
