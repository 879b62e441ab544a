// What of a post a connector has to remove.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { deliveryRows } from '../delivery-queries.ts';
import { payloadSchema } from '../view-schema.ts';

export const listRemovals = defineAction({
  name: 'posts.listRemovals',
  kind: 'read',
  summary: 'List what of a post is to be removed.',
  route: 'GET /posts/{postId}/removals',
  scope: 'school',
  who: onlySystem,
  input: z.object({ postId: z.uuid() }),
  output: z.object({
    removals: z.array(
      z.object({ deliveryId: z.string(), connector: z.string(), payload: payloadSchema, note: z.string() }),
    ),
  }),
  controls: ['posts.take-down'],
}).handle(async ({ db, scopeId }, { postId }) => {
  const rows = await deliveryRows(db, scopeId, postId);
  return {
    removals: rows
      .filter((row) => row.state === 'removal-asked')
      .map((row) => ({
        deliveryId: row.id,
        connector: row.connector,
        payload: payloadSchema.parse(row.payload),
        note: 'This post was taken down.',
      })),
  };
});
