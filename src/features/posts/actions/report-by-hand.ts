// "I have published it": the address of the post as it stands on the platform is the proof.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { accountsForPosting } from '#features/accounts/index.ts';
import { settleDeliveryRow } from '../delivery-queries.ts';
import { checkPermalink } from '../permalink.ts';
import { settlePost } from '../settle-post.ts';
import { lockedDelivery } from '../standing.ts';

export const reportByHand = defineAction({
  name: 'posts.reportByHand',
  kind: 'write',
  summary: 'Say that I have published a post by hand, and where it stands.',
  route: 'POST /deliveries/{deliveryId}/by-hand',
  scope: 'school',
  who: anySignedIn,
  token: 'posts:write',
  input: z.object({ deliveryId: z.uuid(), permalink: z.string().trim().max(2000) }),
  output: z.object({ postId: z.string() }),
  errors: ['not-a-link', 'not-https', 'other-site', 'composer', 'front-page', 'account-page', 'not-by-hand'],
  controls: ['posts.by-hand', 'posts.history'],
  about: ({ deliveryId }, { postId }) => ({ delivery: deliveryId, post: postId }),
}).handle(async (context, { deliveryId, permalink }) => {
  const { db, scopeId, personId, now } = context;
  const delivery = await lockedDelivery(context, deliveryId);
  if (!['by-hand', 'unknown', 'refused'].includes(delivery.state)) {
    throw fail.conflict({
      code: 'not-by-hand',
      message: 'This is not waiting to be published by hand any more.',
      remedy: 'Look at the post: it shows what happened.',
    });
  }
  const [account] = await accountsForPosting(db, scopeId, [delivery.account_id]);
  const link = checkPermalink(permalink, account!);
  if (!link.ok) {
    const { code, message, remedy } = link;
    throw fail.invalid({ code, message, remedy, fields: [{ field: 'permalink', message }] });
  }
  await settleDeliveryRow(db, scopeId, deliveryId, {
    state: 'published',
    permalink: link.permalink,
    problem: '',
    by: personId,
    at: now,
  });
  await settlePost(context, delivery.post_id);
  return { postId: delivery.post_id };
});
