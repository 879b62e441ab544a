// One notice at its permanent address. One that was taken down says so and nothing else.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { noticeRow } from '../board-queries.ts';
import { noticeSchema, shownNotice } from '../notice-view.ts';

export const readNotice = defineAction({
  name: 'posts.readNotice',
  kind: 'read',
  summary: 'Read one notice of the public noticeboard.',
  route: 'GET /notices/{noticeId}',
  scope: 'public',
  who: anyone,
  input: z.object({ noticeId: z.uuid() }),
  output: noticeSchema,
  controls: ['posts.noticeboard', 'posts.take-down'],
}).handle(async ({ db, scopeId }, { noticeId }) => {
  const row = await noticeRow(db, scopeId, noticeId);
  if (!row) throw fail.notFound('notice');
  return shownNotice(row);
});
