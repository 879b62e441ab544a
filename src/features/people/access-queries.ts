// Statements about somebody's ways in: what they open, and how they are taken away.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { withdrawLinks } from './link-queries.ts';

/**
 * Parts a person from their login, ends its sessions everywhere, and takes tokens and open links back.
 * @returns null when they have no login
 */
export async function partLogin(
  db: Db,
  schoolId: string,
  personId: string,
  now: string,
): Promise<{ sessions: number; tokens: number } | null> {
  const { rows } = await sql<{ sessions: number }>`select app.end_sessions_of(${personId}) as sessions`.execute(db);
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ login_id: null, access_ended_at: now })
    .where('school_id', '=', schoolId)
    .where('id', '=', personId)
    .where('login_id', 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  const tokens = await revokeTokens(db, schoolId, personId, now);
  await withdrawLinks(db, schoolId, personId, now);
  return { sessions: rows[0]?.sessions ?? 0, tokens };
}

/** @returns how many stopped working */
export async function revokeTokens(db: Db, schoolId: string, personId: string, now: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Does this login also open another school, or let somebody act for a trust? */
export async function opensElsewhere(db: Db, schoolId: string, loginId: string, now: string): Promise<boolean> {
  const { rows } = await sql<{ others: boolean }>`
    select exists (select from app.persons_of_login(${loginId}, ${now}) p where p.school_id <> ${schoolId})
        or exists (select from app.trusts_of_login(${loginId})) as others`.execute(db);
  return rows[0]?.others === true;
}
