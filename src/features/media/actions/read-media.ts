// What is known of a picture, for showing it.
import { z } from 'zod';
import { anySignedIn, either, onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { usable } from '../access.ts';
import { mediaByIds } from '../queries.ts';

export const readMedia = defineAction({
  name: 'media.read',
  kind: 'read',
  summary: 'Read what is known of a picture; one that was set aside is not there.',
  route: 'GET /media/{mediaId}',
  scope: 'school',
  who: either(anySignedIn, onlySystem),
  input: z.object({ mediaId: z.uuid() }),
  output: z.object({
    id: z.string(),
    address: z.string(),
    thumbnailAddress: z.string(),
    sha256: z.string(),
    contentType: z.string(),
    bytes: z.number(),
    width: z.number(),
    height: z.number(),
    originalName: z.string(),
    addedBy: z.string(),
    addedAt: z.string(),
  }),
  controls: ['media.clean-copy'],
}).handle(async ({ db, scopeId }, { mediaId }) => {
  const [media] = await mediaByIds(db, scopeId, [mediaId]);
  return usable(media);
});
