// What a visitor may know of a picture: only while a notice on the school's noticeboard shows it.
import { z } from 'zod';
import { who } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { publishedMedia } from '../queries.ts';

/** Asked as a visitor by everybody, signed in or not: the row policy of visitors is what keeps the rest back. */
const asVisitor = who('visitors of the public pages', (actor) => actor.kind === 'visitor');

export const readPublishedMedia = defineAction({
  name: 'media.readPublished',
  kind: 'read',
  summary: 'Read what is known of a picture that stands on the school’s public noticeboard.',
  route: 'GET /noticeboard/pictures/{mediaId}',
  scope: 'public',
  who: asVisitor,
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
  }),
  controls: ['media.clean-copy', 'media.quarantine'],
}).handle(async ({ db, scopeId }, { mediaId }) => {
  const media = await publishedMedia(db, scopeId, mediaId);
  if (!media) throw fail.notFound('picture');
  return media;
});
