// Tick off an item that Gatepost cannot know of by itself, or open it again.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { implementers } from '../access.ts';
import { byHandKeys } from '../implementation-items.ts';
import { putTick, tickRows } from '../implementation-queries.ts';
import { newestVersion } from '../implementation.ts';
import { holdReviews } from '../queries.ts';

export const tickOffItem = defineAction({
  name: 'reviews.tickOffItem',
  kind: 'write',
  summary: 'Tick off an item of putting the policy into practice, or open it again.',
  route: 'PUT /policy/implementation/{item}',
  scope: 'school',
  who: implementers,
  input: z.object({
    item: z.enum(byHandKeys),
    isDone: z.boolean().default(false),
    note: z.string().trim().max(1000, 'At most 1,000 letters.').default('').describe('A note'),
  }),
  output: z.object({}),
  controls: ['policy.implementation'],
  about: ({ item, isDone }) => ({ item, done: isDone }),
}).handle(async (context, { item, isDone, note }) => {
  const { db, scopeId, now, actor } = context;
  await holdReviews(db, scopeId);
  const version = await newestVersion(context);
  if (!version) throw fail.notFound('policy');
  const before = (await tickRows(db, scopeId, version.id)).find((one) => one.item === item);
  const tick = { item, ownerId: before?.ownerId ?? null, doneAt: isDone ? now : null, note };
  await putTick(db, scopeId, version.id, tick, isDone && actor.kind === 'person' ? actor.personId : null);
  context.remark({ about: { version: version.id }, detail: { note } });
  return {};
});
