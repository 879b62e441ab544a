// What I need to publish a post by hand: words to copy, pictures to save, and where to begin.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { accountsForPosting, authorisedAccounts } from '#features/accounts/index.ts';
import { mediaByIds } from '#features/media/index.ts';
import { looksAfter } from '../access.ts';
import { handKit } from '../hand-kit.ts';
import { deliveryRow } from '../delivery-queries.ts';
import { payloadSchema } from '../view-schema.ts';

export const readHandKit = defineAction({
  name: 'posts.readHandKit',
  kind: 'read',
  summary: 'Read what I need to publish a post by hand: words to copy, pictures to save, and where to begin.',
  route: 'GET /deliveries/{deliveryId}/by-hand',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ deliveryId: z.uuid() }),
  output: z.object({
    postId: z.string(),
    state: z.string(),
    dueAt: z.string(),
    permalink: z.string(),
    account: z.object({ name: z.string(), handle: z.string(), address: z.string(), platformName: z.string() }),
    kit: z.object({
      words: z.string(),
      pictures: z.array(z.object({ mediaId: z.string(), fileName: z.string(), alt: z.string() })).readonly(),
      composerUrl: z.string(),
      wordsFilledIn: z.boolean(),
    }),
  }),
  controls: ['posts.by-hand'],
}).handle(async ({ db, scopeId, personId, actor }, { deliveryId }) => {
  const [delivery, mine] = await Promise.all([
    deliveryRow(db, scopeId, deliveryId),
    authorisedAccounts(db, scopeId, personId),
  ]);
  const theirs = delivery !== undefined && looksAfter(actor, [delivery.account_id], new Set(mine));
  if (!theirs || (delivery.connector !== 'by-hand' && delivery.state !== 'refused')) throw fail.notFound('delivery');
  const payload = payloadSchema.parse(delivery.payload);
  const [[account], media] = await Promise.all([
    accountsForPosting(db, scopeId, [delivery.account_id]),
    mediaByIds(
      db,
      scopeId,
      payload.pictures.map(({ mediaId }) => mediaId),
    ),
  ]);
  const { name, handle, address, platformName } = account!;
  const types = new Map(media.map(({ id, contentType }) => [id, contentType]));
  return {
    postId: delivery.post_id,
    state: delivery.state,
    dueAt: delivery.due_at,
    permalink: delivery.permalink,
    account: { name, handle, address, platformName },
    kit: handKit(account!, payload, types),
  };
});
