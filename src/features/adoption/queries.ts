// What the adoption feature reads.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Member } from './slots.ts';

export const adoptionRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('adoption')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
export type AdoptionRow = Awaited<ReturnType<typeof adoptionRows>>[number];

export const openAdoptions = (db: Db, schoolId: string) =>
  db.selectFrom('adoption').selectAll().where('school_id', '=', schoolId).where('state', '=', 'open').execute();

export const adoptionRow = (db: Db, schoolId: string, id: string) =>
  db.selectFrom('adoption').selectAll().where('school_id', '=', schoolId).where('id', '=', id).executeTakeFirst();

/** Locked: whoever comes second finds what the first did. */
export const lockAdoption = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('adoption')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const openAdoptionOf = (db: Db, schoolId: string, draftId: string) =>
  db
    .selectFrom('adoption')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draftId)
    .where('state', '=', 'open')
    .executeTakeFirst();

/** Each step with its decision, in order. */
export const stepRows = (db: Db, schoolId: string, adoptionIds: readonly string[]) =>
  db
    .selectFrom('adoption_step as s')
    .leftJoin('decision as d', (join) =>
      join.onRef('d.school_id', '=', 's.school_id').onRef('d.id', '=', 's.decision_id'),
    )
    .select(['s.adoption_id', 's.position', 's.role', 's.kind', 's.decision_id'])
    .select(['d.state', 'd.closed_at'])
    .where('s.school_id', '=', schoolId)
    .where(sql<boolean>`s.adoption_id = any(${adoptionIds}::uuid[])`)
    .orderBy('s.adoption_id')
    .orderBy('s.position')
    .execute();
export type StepRow = Awaited<ReturnType<typeof stepRows>>[number];

export const meetingRows = (db: Db, schoolId: string, adoptionIds: readonly string[]) =>
  db
    .selectFrom('adoption_meeting')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`adoption_id = any(${adoptionIds}::uuid[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
export type MeetingRow = Awaited<ReturnType<typeof meetingRows>>[number];

/** Every governor today, by type or by responsibility. */
export async function governors(db: Db, schoolId: string, today: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select p.id as "personId", coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name
      from person p
     where p.school_id = ${schoolId} and (p.ended_on is null or p.ended_on >= ${today})
       and (exists (select from person_type t where t.school_id = ${schoolId} and t.person_id = p.id and t.type = 'governor'
                     and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on >= ${today}))
         or exists (select from responsibility r where r.school_id = ${schoolId} and r.person_id = p.id
                     and r.responsibility in ('governor', 'chair-of-governors')
                     and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})))
     order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}
