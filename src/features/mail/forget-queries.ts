// Statements that find and remove messages whose time to be kept is over.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { showsTrouble } from './message-list-queries.ts';

/** Settled before then and not on hold; what still says that an address takes no mail stays until that is mended. */
const forgettable = (schoolId: string, before: string) => sql`
  m.school_id = ${schoolId} and m.asked_at < ${before}::timestamptz and m.settled_at < ${before}::timestamptz
  and not m.hold and not (${showsTrouble})`;

export async function isAnyForgettable(db: Db, schoolId: string, before: string): Promise<boolean> {
  const { rows } = await sql<{ is_any: boolean }>`
    select exists (select from mail_message m where ${forgettable(schoolId, before)}) as is_any`.execute(db);
  return rows[0]!.is_any;
}

/** @returns how many */
export async function forgetMessages(db: Db, schoolId: string, before: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from mail_message m where ${forgettable(schoolId, before)}`.execute(db);
  return Number(numAffectedRows);
}
