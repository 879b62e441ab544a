// Your notices, the newest first.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { noticeRows } from '../link-queries.ts';

const wordSchema = z.object({ text: z.string(), href: z.string() });

export const readNotices = defineAction({
  name: 'people.readNotices',
  kind: 'read',
  summary: 'Read your notices, the newest first.',
  route: 'GET /me/notices',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({
    notices: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        text: z.string(),
        href: z.string(),
        at: z.string(),
        isRead: z.boolean(),
      }),
    ),
  }),
}).handle(async ({ db, scopeId, personId }) => {
  const rows = await noticeRows(db, scopeId, personId, 50);
  return {
    notices: rows.map(({ id, kind, about, at, read_at }) => ({
      id,
      kind,
      ...wordSchema.parse(about),
      at,
      isRead: read_at !== null,
    })),
  };
});
