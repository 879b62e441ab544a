// Write down that a copy is gone.
import { z } from 'zod';
import { anySignedIn, either, onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { authorisedAccounts } from '#features/accounts/index.ts';
import { overseesPosts } from '../access.ts';
import { lockDelivery, markRemoved } from '../delivery-queries.ts';

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
  const { db, scopeId, now, actor } = context;
  const delivery = await lockDelivery(db, scopeId, deliveryId);
  const mine = actor.kind === 'person' ? await authorisedAccounts(db, scopeId, actor.personId) : [];
  const theirs =
    actor.kind === 'system' || overseesPosts(actor) || (delivery !== undefined && mine.includes(delivery.account_id));
  if (!delivery || !theirs) throw fail.notFound('delivery');
  if (delivery.state === 'removal-asked') await markRemoved(db, scopeId, deliveryId, proof, now);
  return { postId: delivery.post_id };
});
