// The school's public noticeboard, newest first. Nobody need sign in to read it.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { newestNotices } from '../board-queries.ts';
import { noticeSchema, shownNotice } from '../notice-view.ts';

const PAGE = 20;

export const readNoticeboard = defineAction({
  name: 'posts.readNoticeboard',
  kind: 'read',
  summary: 'Read the school’s public noticeboard.',
  route: 'GET /noticeboard',
  scope: 'public',
  who: anyone,
  input: z.object({
    beforeAt: z.string().max(40).optional().describe('Older than this instant'),
    beforeId: z.uuid().optional().describe('The last notice of the page before'),
  }),
  output: z.object({ notices: z.array(noticeSchema), more: z.boolean() }),
  controls: ['posts.noticeboard'],
}).handle(async ({ db, scopeId }, { beforeAt, beforeId }) => {
  const before = beforeAt !== undefined && beforeId !== undefined ? { at: beforeAt, id: beforeId } : null;
  const rows = await newestNotices(db, scopeId, before, PAGE + 1);
  return { notices: rows.slice(0, PAGE).map(shownNotice), more: rows.length > PAGE };
});
