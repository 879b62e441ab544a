// Ids for clauses that a school writes itself: for ever the same, and never given twice.
import type { Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { holdClauseIds, lastOwnClause } from './queries.ts';

const PREFIX = 'OWN-';
const MOST = 9_999;

/**
 * The next so many ids. Parts of a draft are never deleted, so that what was taken out or put away keeps its id.
 * @throws where there are none left
 */
export async function nextClauseIds(db: Db, schoolId: string, count: number): Promise<string[]> {
  await holdClauseIds(db, schoolId);
  const last = await lastOwnClause(db, schoolId);
  if (last + count > MOST) {
    throw fail.invalid({
      code: 'too-many-clauses',
      message: `A school can write ${MOST} clauses of its own, and ${last} are written.`,
      remedy: 'Change clauses that are there instead of adding more.',
    });
  }
  return Array.from({ length: count }, (_, at) => PREFIX + String(last + at + 1).padStart(2, '0'));
}
