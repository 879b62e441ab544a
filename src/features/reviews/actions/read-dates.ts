// The days that a calendar program is given at the address that somebody made for it.
import { z } from 'zod';
import { linkFor } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { schoolRow } from '#features/schools/index.ts';
import { holderOfFeed } from '../feed-queries.ts';
import { ownDates } from '../own-dates.ts';

export const readDates = defineAction({
  name: 'reviews.readDates',
  kind: 'read',
  summary: 'Read the days of reviews and of what is asked of the holder of a calendar address.',
  route: 'GET /calendar-feed',
  scope: 'school',
  who: linkFor('calendar'),
  input: z.object({}),
  output: z.object({
    school: z.string(),
    dates: z.array(z.object({ id: z.string(), on: z.string(), title: z.string(), path: z.string() })),
  }),
  controls: ['policy.review'],
}).handle(async (context) => {
  const { actor, db, scopeId } = context;
  const holder = actor.kind === 'link' ? await holderOfFeed(db, scopeId, actor.linkId) : undefined;
  if (!holder) throw fail.notFound('calendar');
  const [dates, school] = await Promise.all([ownDates(context, holder.person_id), schoolRow(db, scopeId)]);
  return { school: school?.name ?? '', dates };
});
