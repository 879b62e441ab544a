// "This could be illegal or compromising": the picture is shut away at once, and those who must know are told.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { activeHolders, dayOf, notify } from '#features/people/index.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { pictureQuarantined } from '../events.ts';
import { mediaByIds, quarantineBytes } from '../queries.ts';

const TOLD = ['dsl', 'deputy-dsl', 'headteacher'] as const;

/** Safe to repeat. It is neither opened nor deleted until the safeguarding lead and the head have said what to do. */
export const quarantineMedia = defineAction({
  name: 'media.quarantine',
  kind: 'write',
  summary:
    'Shut a picture away at once because it could be illegal or compromising; the safeguarding lead and the head are told.',
  route: 'POST /media/{mediaId}/quarantine',
  scope: 'school',
  who: anySignedIn,
  sealed: true,
  input: z.object({ mediaId: z.uuid() }),
  output: z.object({}),
  controls: ['media.quarantine'],
  about: ({ mediaId }) => ({ media: mediaId }),
}).handle(async (context, { mediaId }) => {
  const { db, scopeId, now, personId } = context;
  const [media] = await mediaByIds(db, scopeId, [mediaId]);
  if (!media) throw fail.notFound('picture');
  const mediaIds = await quarantineBytes(db, scopeId, media.sha256, personId, now);
  if (mediaIds.length === 0) return {};
  context.emit(pictureQuarantined, { mediaIds });
  context.remark({ about: { sha256: media.sha256, copies: mediaIds } });
  await notify(context, await whoMustKnow(context), {
    kind: 'media.quarantined',
    text: 'A picture was shut away because it could be illegal or compromising. Nobody can open it. Do not look for it or copy it.',
    href: '/today', // no page shows it
  });
  return {};
});

async function whoMustKnow({ db, scopeId, at }: Context): Promise<string[]> {
  const holders = await activeHolders(db, scopeId, TOLD, dayOf(at));
  return holders.flatMap(({ personId, away, deputyId }) =>
    away && deputyId !== null ? [personId, deputyId] : [personId],
  );
}
