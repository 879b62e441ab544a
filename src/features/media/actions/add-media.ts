// Keep what is known of a picture that the door has received, cleaned and stored.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { cleanOriginalName } from '../original-name.ts';
import { bytesAreQuarantined, insertMedia } from '../queries.ts';

const address = z.string().min(1).max(200);

/** Gatepost's own to call: a caller from outside could otherwise point an entry at bytes that were never cleaned. */
export const addMedia = defineAction({
  name: 'media.add',
  kind: 'write',
  summary: 'Keep what is known of a picture that was received, cleaned and stored.',
  route: 'POST /media',
  scope: 'school',
  who: onlySystem,
  input: z.object({
    personId: z.uuid().describe('Who brought it'),
    address,
    thumbnailAddress: address,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    contentType: z.enum(['image/jpeg', 'image/png']),
    bytes: z.int().min(1),
    width: z.int().min(1),
    height: z.int().min(1),
    originalName: z.string().max(10_000).default('').transform(cleanOriginalName),
  }),
  output: z.object({ mediaId: z.string() }),
  errors: ['picture-set-aside'],
  controls: ['media.safe-files', 'media.clean-copy'],
  about: ({ personId, sha256 }, { mediaId }) => ({ media: mediaId, person: personId, sha256 }),
}).handle(async ({ db, scopeId, now, newId }, { personId, ...facts }) => {
  if (await bytesAreQuarantined(db, scopeId, facts.sha256)) {
    throw fail.conflict({
      code: 'picture-set-aside',
      message: 'This picture cannot be used.',
      remedy: 'Use another one. If you think that this is a mistake, speak to the safeguarding lead.',
    });
  }
  const mediaId = newId();
  await insertMedia(db, scopeId, { ...facts, id: mediaId }, personId, now);
  return { mediaId };
});
