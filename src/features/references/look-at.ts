// Somebody has looked at an entry and says that it still holds, or that it is over: the date of the look is what counts.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { GUIDANCE_SEEDS, WATCH_SEEDS } from './guidance-seeds.ts';
import { withSeeds, type GuidanceRow } from './guidance.ts';
import { guidanceRows, holdReferences, putGuidance, putWatchItem, watchRows } from './queries.ts';
import { watchList, type WatchRow } from './watch.ts';

const actingPerson = ({ actor }: Context): string | null => (actor.kind === 'person' ? actor.personId : null);

/** @throws where nobody knows the key */
export async function knownGuidance({ db, scopeId }: Context, key: string): Promise<GuidanceRow> {
  await holdReferences(db, scopeId);
  const row = withSeeds(GUIDANCE_SEEDS, await guidanceRows(db, scopeId)).find((one) => one.key === key);
  if (!row) throw fail.notFound('entry in the register');
  return row;
}

/** Confirms that this edition is the current one. @throws conflict for one that was replaced */
export async function confirmGuidanceEntry(context: Context, key: string): Promise<void> {
  const row = await knownGuidance(context, key);
  if (row.successorKey !== null) {
    throw fail.conflict({
      code: 'edition-superseded',
      message: `${row.title}, ${row.edition} was replaced by a newer edition.`,
      remedy: 'Confirm the newer one.',
    });
  }
  await putGuidance(context.db, context.scopeId, {
    ...row,
    checkedAt: context.now,
    checkedBy: actingPerson(context),
  });
}

/** @throws where nobody knows the key, or it is closed already */
async function openWatchItem({ db, scopeId }: Context, key: string): Promise<WatchRow> {
  await holdReferences(db, scopeId);
  const row = watchList(WATCH_SEEDS, await watchRows(db, scopeId)).find((one) => one.key === key);
  if (!row) throw fail.notFound('item on the watch list');
  if (row.closedAt === null) return row;
  throw fail.conflict({
    code: 'watch-item-closed',
    message: `“${row.title}” is closed already.`,
    remedy: 'Enter it anew if it is expected again.',
  });
}

export async function confirmWatch(context: Context, key: string): Promise<void> {
  const row = await openWatchItem(context, key);
  await putWatchItem(context.db, context.scopeId, { ...row, lookedAt: context.now }, actingPerson(context));
}

export async function closeWatch(context: Context, key: string, outcome: string): Promise<void> {
  const row = await openWatchItem(context, key);
  const closed = { ...row, lookedAt: context.now, closedAt: context.now, outcome };
  await putWatchItem(context.db, context.scopeId, closed, actingPerson(context));
}
