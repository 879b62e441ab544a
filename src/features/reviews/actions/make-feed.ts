// Make an address at which my calendar program reads my dates. It is shown once; an earlier one stops working.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { inPerson, newSecret } from '#features/people/index.ts';
import { insertFeed, revokeFeeds } from '../feed-queries.ts';

export const makeFeed = defineAction({
  name: 'reviews.makeFeed',
  kind: 'write',
  secretAnswer: true,
  summary: 'Make an address at which my calendar program reads the days of reviews and what is asked of me.',
  route: 'POST /me/calendar-feed',
  scope: 'school',
  who: inPerson,
  input: z.object({}),
  output: z.object({ feedId: z.uuid(), token: z.string().describe('Shown this once') }),
  controls: ['policy.review'],
  about: (_, { feedId }) => ({ feed: feedId }),
}).handle(async ({ db, scopeId, personId, newId, now }) => {
  await revokeFeeds(db, scopeId, personId, now);
  const { secret, sha256 } = newSecret('gpc_');
  const feedId = newId();
  await insertFeed(db, scopeId, { id: feedId, personId, tokenSha256: sha256, at: now });
  return { feedId, token: secret };
});
