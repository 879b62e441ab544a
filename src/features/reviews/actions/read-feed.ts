// Whether I have an address for my calendar program, and since when. The address itself nobody can look up.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { inPerson } from '#features/people/index.ts';
import { ownFeed } from '../feed-queries.ts';

export const readFeed = defineAction({
  name: 'reviews.readFeed',
  kind: 'read',
  summary: 'Say whether I have an address for my calendar program.',
  route: 'GET /me/calendar-feed',
  scope: 'school',
  who: inPerson,
  input: z.object({}),
  output: z.object({ madeAt: z.string().nullable() }),
  controls: ['policy.review'],
}).handle(async ({ db, scopeId, personId }) => ({
  madeAt: (await ownFeed(db, scopeId, personId))?.made_at ?? null,
}));
