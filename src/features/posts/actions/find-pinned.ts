// Is this already on the noticeboard? Asked where an earlier answer was lost.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { onlyNoticeboard } from '../access.ts';
import { noticePath } from '../notice-path.ts';
import { noticeOf } from '../board-queries.ts';

export const findPinned = defineAction({
  name: 'posts.findPinned',
  kind: 'read',
  summary: 'Look whether a post is on the noticeboard.',
  route: 'GET /noticeboard/{deliveryId}',
  scope: 'school',
  who: onlyNoticeboard,
  input: z.object({ deliveryId: z.uuid() }),
  output: z.object({ permalink: z.string().nullable() }),
  controls: ['posts.publish-once'],
}).handle(async ({ db, scopeId }, { deliveryId }) => {
  const notice = await noticeOf(db, scopeId, deliveryId);
  return { permalink: notice ? await noticePath(db, scopeId, notice.id) : null };
});
