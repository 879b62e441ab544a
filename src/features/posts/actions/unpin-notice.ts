// Take a post off the noticeboard; its address then says that it was taken down.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { onlyNoticeboard } from '../access.ts';
import { removeNotice } from '../board-queries.ts';

export const unpinNotice = defineAction({
  name: 'posts.unpin',
  kind: 'write',
  summary: 'Take a post off the noticeboard.',
  route: 'POST /noticeboard/{deliveryId}/unpin',
  scope: 'school',
  who: onlyNoticeboard,
  input: z.object({ deliveryId: z.uuid(), note: z.string().max(300) }),
  output: z.object({}),
  controls: ['posts.take-down'],
  about: ({ deliveryId }) => ({ delivery: deliveryId }),
}).handle(async ({ db, scopeId, now }, { deliveryId, note }) => {
  await removeNotice(db, scopeId, deliveryId, note, now);
  return {};
});
