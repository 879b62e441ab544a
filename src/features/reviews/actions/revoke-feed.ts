// Take the address of my calendar back: it stops working at once.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '#features/people/index.ts';
import { revokeFeeds } from '../feed-queries.ts';

export const revokeFeed = defineAction({
  name: 'reviews.revokeFeed',
  kind: 'write',
  summary: 'Take back the address at which my calendar program reads my dates.',
  route: 'DELETE /me/calendar-feed',
  scope: 'school',
  who: inPerson,
  input: z.object({}),
  output: z.object({}),
  controls: ['policy.review'],
}).handle(async ({ db, scopeId, personId, now }) => {
  if (!(await revokeFeeds(db, scopeId, personId, now))) throw fail.notFound('working address');
  return {};
});
