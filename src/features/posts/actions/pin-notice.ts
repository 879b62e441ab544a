// Put a post on the school's own noticeboard: once, however often it is asked.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { mediaByIds } from '#features/media/index.ts';
import type { NoticePicture } from '../notice-view.ts';
import { onlyNoticeboard } from '../access.ts';
import { payloadDigest } from '../payload.ts';
import { insertNotice } from '../board-queries.ts';
import { lockDelivery } from '../delivery-queries.ts';
import { payloadSchema } from '../view-schema.ts';
import { noticePath } from '../notice-path.ts';

export const pinNotice = defineAction({
  name: 'posts.pin',
  kind: 'write',
  summary: 'Put a post on the school’s own noticeboard.',
  route: 'POST /noticeboard',
  scope: 'school',
  who: onlyNoticeboard,
  input: z.object({ deliveryId: z.uuid(), payload: payloadSchema }),
  output: z.object({ permalink: z.string() }),
  errors: ['not-what-was-sealed'],
  controls: ['posts.noticeboard', 'posts.publish-once'],
  about: ({ deliveryId }) => ({ delivery: deliveryId }),
}).handle(async ({ db, scopeId, now, newId }, { deliveryId, payload }) => {
  const delivery = await lockDelivery(db, scopeId, deliveryId);
  // Only the bytes that were sealed when publishing began, and only while it is still going on.
  if (
    payloadDigest(payload) !== delivery.payload_sha256 ||
    !['begun', 'unknown', 'published'].includes(delivery.state)
  ) {
    throw fail.conflict({
      code: 'not-what-was-sealed',
      message: 'This is not what was approved and sealed, or it is no longer to go out.',
      remedy: 'Send the post again.',
    });
  }
  const media = await mediaByIds(
    db,
    scopeId,
    payload.pictures.map((picture) => picture.mediaId),
  );
  const id = await insertNotice(db, {
    schoolId: scopeId,
    id: newId(),
    accountId: payload.accountId,
    deliveryId,
    words: payload.words,
    pictures: payload.pictures.flatMap(({ mediaId, alt }): NoticePicture[] => {
      const picture = media.find((one) => one.id === mediaId);
      if (!picture) return [];
      const { contentType, bytes, width, height } = picture;
      return [{ mediaId, alt, contentType, bytes, width, height }];
    }),
    at: now,
  });
  return { permalink: await noticePath(db, scopeId, id) };
});
