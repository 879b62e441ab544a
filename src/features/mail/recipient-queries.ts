// The address of a person who may be written to: not one who has left, and never a pupil.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export async function recipientRow(db: Db, schoolId: string, personId: string, now: string): Promise<string | null> {
  const { rows } = await sql<{ email: string }>`
    select p.email from person p
     where p.school_id = ${schoolId} and p.id = ${personId}
       and (p.ended_on is null or p.ended_on >= (${now}::timestamptz at time zone 'Europe/London')::date)
       and not exists (select from person_type t where t.school_id = p.school_id and t.person_id = p.id and t.type = 'pupil')`.execute(
    db,
  );
  return rows[0]?.email ?? null;
}
