// Statements about who was asked and reminded, and who was told beside them.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface ToldRow {
  readonly person_id: string;
  /** How often they were asked or reminded since it was asked anew, and when last. */
  readonly times: number;
  readonly last: string | null;
  /** The same with earlier school years. */
  readonly ever: number;
}

/** @param since where it is asked each school year: the day on which this one began */
export async function toldRows(db: Db, schoolId: string, versionId: string, since: string | null): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select person_id, count(*)::int as ever,
           count(*) filter (where counts)::int as times, max(at) filter (where counts) as last
      from (select person_id, at,
                   ${since}::date is null or (at at time zone 'Europe/London')::date >= ${since}::date as counts
              from acknowledgement_reminder
             where school_id = ${schoolId} and version_id = ${versionId}) told
     group by person_id`.execute(db);
  return rows;
}

export interface NewReminder {
  readonly personId: string;
  readonly versionId: string;
  readonly n: number;
  readonly manager: boolean;
  readonly head: boolean;
}

export async function insertReminders(
  db: Db,
  schoolId: string,
  reminders: readonly NewReminder[],
  now: string,
): Promise<void> {
  if (reminders.length === 0) return;
  await db
    .insertInto('acknowledgement_reminder')
    .values(
      reminders.map(({ personId, versionId, n, manager, head }) => ({
        school_id: schoolId,
        person_id: personId,
        version_id: versionId,
        n,
        at: now,
        told_manager: manager,
        told_head: head,
      })),
    )
    .execute();
}

/** When the head was last told of people who let the time pass. */
export async function headToldAt(db: Db, schoolId: string, versionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('acknowledgement_reminder')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('school_id', '=', schoolId)
    .where('version_id', '=', versionId)
    .where('told_head', '=', true)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Two workers never remind the same people. */
export const holdReminders = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('acknowledgement ' || ${schoolId}, 0))`.execute(db);
};

/** How many letters of these kinds were asked for since a moment, and how many a mail server has taken. */
export async function lettersSince(db: Db, schoolId: string, since: string): Promise<{ asked: number; sent: number }> {
  const { rows } = await sql<{ asked: number; sent: number }>`
    select count(*)::int as asked, count(*) filter (where m.state = 'sent')::int as sent
      from notice n join mail_message m on m.school_id = ${schoolId} and m.key = 'notice:' || n.id
     where n.school_id = ${schoolId} and n.kind = 'acknowledgement.asked' and n.at >= ${since}`.execute(db);
  return rows[0] ?? { asked: 0, sent: 0 };
}
