// Note that you have seen your notices.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { markRead } from '../link-queries.ts';

export const markNoticesRead = defineAction({
  name: 'people.markNoticesRead',
  kind: 'write',
  summary: 'Note that you have seen your notices.',
  route: 'POST /me/notices/read',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    upTo: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('The newest that was seen, so that one which came since stays unread'),
  }),
  output: z.object({}),
}).handle(async ({ db, scopeId, personId, now }, { upTo }) => {
  await markRead(db, scopeId, personId, upTo ?? now, now);
  return {};
});
