// Say who sees to one item of putting the policy into practice.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { notify } from '#features/people/index.ts';
import { implementers } from '../access.ts';
import { itemKeys, ITEMS } from '../implementation-items.ts';
import { putTick, tickRows } from '../implementation-queries.ts';
import { newestVersion } from '../implementation.ts';
import { holdersOf, holdReviews } from '../queries.ts';
import { localDate } from '#features/policy/index.ts';

export const takeOnItem = defineAction({
  name: 'reviews.takeOnItem',
  kind: 'write',
  summary: 'Say who of the leadership team sees to one item of putting the policy into practice.',
  route: 'PUT /policy/implementation/{item}/owner',
  scope: 'school',
  who: implementers,
  input: z.object({ item: z.enum(itemKeys), ownerId: z.uuid().describe('Who sees to it') }),
  output: z.object({}),
  errors: ['not-leading'],
  controls: ['policy.implementation'],
  about: ({ item, ownerId }) => ({ item, owner: ownerId }),
}).handle(async (context, { item, ownerId }) => {
  const { db, scopeId, at, actor } = context;
  await holdReviews(db, scopeId);
  const version = await newestVersion(context);
  if (!version) throw fail.notFound('policy');
  const leaders = await holdersOf(
    db,
    scopeId,
    ['slt', 'headteacher', 'deputy-headteacher'],
    await localDate(db, scopeId, at),
  );
  if (!leaders.some(({ personId }) => personId === ownerId)) {
    const message = 'It is seen to by somebody of the leadership team.';
    throw fail.invalid({
      code: 'not-leading',
      message,
      remedy: 'Choose one of them.',
      fields: [{ field: 'ownerId', message }],
    });
  }
  const before = (await tickRows(db, scopeId, version.id)).find((one) => one.item === item);
  const tick = { item, ownerId, doneAt: before?.doneAt ?? null, note: before?.note ?? '' };
  await putTick(db, scopeId, version.id, tick, null);
  if (actor.kind !== 'person' || actor.personId !== ownerId) {
    await notify(context, [ownerId], {
      kind: 'reviews.item',
      text: `You are asked to see to this, to put the policy into practice: ${ITEMS[item].label}.`,
      href: '/policy/implementation',
    });
  }
  return {};
});
