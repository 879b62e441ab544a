// Ids for clauses that a school writes itself: for ever the same, and never given twice.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';

const PREFIX = 'OWN-';
const MOST = 9_999;

/**
 * The next so many ids. Parts of a draft are never deleted, so that what was taken out or put away keeps its id.
 * @throws where there are none left
 */
export async function nextClauseIds(db: Db, schoolId: string, count: number): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('clause ids ' || ${schoolId}, 0))`.execute(db);
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substr(key, 5)::int), 0) as last from policy_draft_part
     where school_id = ${schoolId} and kind = 'clause' and key ~ '^OWN-[0-9]{2,4}$'
  `.execute(db);
  const last = rows[0]!.last;
  if (last + count > MOST) {
    throw fail.invalid({
      code: 'too-many-clauses',
      message: `A school can write ${MOST} clauses of its own, and ${last} are written.`,
      remedy: 'Change clauses that are there instead of adding more.',
    });
  }
  return Array.from({ length: count }, (_, at) => PREFIX + String(last + at + 1).padStart(2, '0'));
}
