// Statements about responsibilities, deputies and absence.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

export interface NewGrant {
  readonly id: string;
  readonly personId: string;
  readonly responsibility: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly deputyId: string | null;
  readonly grantedBy: string | null;
}

export async function insertGrant(db: Db, schoolId: string, grant: NewGrant, now: string): Promise<void> {
  await db
    .insertInto('responsibility')
    .values({
      school_id: schoolId,
      id: grant.id,
      person_id: grant.personId,
      responsibility: grant.responsibility,
      starts_on: grant.startsOn,
      ends_on: grant.endsOn,
      deputy_id: grant.deputyId,
      granted_by: grant.grantedBy,
      granted_at: now,
    })
    .execute();
}

export const grantRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('responsibility')
    .select(['id', 'person_id', 'responsibility', 'starts_on', 'ends_on', 'deputy_id'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Everything a person holds, held or will hold. */
export const grantsOf = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('responsibility as r')
    .leftJoin('person as d', (join) => join.onRef('d.id', '=', 'r.deputy_id').on('d.school_id', '=', schoolId))
    .select([
      'r.id',
      'r.responsibility',
      'r.starts_on',
      'r.ends_on',
      'r.deputy_id',
      'd.first_name',
      'd.last_name',
      'd.preferred_name',
    ])
    .where('r.school_id', '=', schoolId)
    .where('r.person_id', '=', personId)
    .orderBy('r.starts_on')
    .orderBy('r.responsibility')
    .execute();

/** Everybody who holds it, held it or will hold it. */
export const grantsFor = (db: Db, schoolId: string, responsibility: string) =>
  db
    .selectFrom('responsibility')
    .select(['id', 'person_id', 'starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .where('responsibility', '=', responsibility)
    .execute();

export const endGrant = (db: Db, schoolId: string, id: string, lastDay: string) =>
  db
    .updateTable('responsibility')
    .set({ ends_on: lastDay })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const endGrantsOf = (db: Db, schoolId: string, personId: string, lastDay: string) =>
  db
    .updateTable('responsibility')
    .set({ ends_on: lastDay })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where((row) => row.or([row('ends_on', 'is', null), row('ends_on', '>', lastDay)]))
    .execute();

export const setDeputyOf = (db: Db, schoolId: string, id: string, deputyId: string | null) =>
  db
    .updateTable('responsibility')
    .set({ deputy_id: deputyId })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

/** Whoever has left stands in for nobody. */
export const dropDeputy = (db: Db, schoolId: string, personId: string) =>
  db
    .updateTable('responsibility')
    .set({ deputy_id: null })
    .where('school_id', '=', schoolId)
    .where('deputy_id', '=', personId)
    .execute();

export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly deputyId: string | null;
  /** Away today: the deputy stands in. */
  readonly away: boolean;
}

/** Who holds these responsibilities today, whoever has held one longest first. */
export async function activeHolders(
  db: Db,
  schoolId: string,
  responsibilities: readonly string[],
  today: string,
): Promise<(Holder & { readonly responsibility: string })[]> {
  const { rows } = await sql<Holder & { readonly responsibility: string }>`
    select r.responsibility, p.id as "personId", coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name,
           r.deputy_id as "deputyId",
           exists (select from absence a where a.school_id = ${schoolId} and a.person_id = p.id
                    and ${today}::date between a.starts_on and a.ends_on) as away
      from responsibility r join person p on p.school_id = ${schoolId} and p.id = r.person_id
     where r.school_id = ${schoolId} and r.responsibility = any(${responsibilities}::text[])
       and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
       and (p.ended_on is null or p.ended_on >= ${today})
     order by r.granted_at, p.id`.execute(db);
  return rows;
}

/** People other than this one who hold one of these today; only those who can sign in, where that is asked. */
export async function othersHolding(
  db: Db,
  schoolId: string,
  asked: {
    readonly responsibilities: readonly string[];
    readonly except: string;
    readonly today: string;
    readonly signIn: boolean;
  },
): Promise<string[]> {
  const { responsibilities, except, today, signIn } = asked;
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from responsibility r join person p on p.school_id = ${schoolId} and p.id = r.person_id
     where r.school_id = ${schoolId} and r.responsibility = any(${responsibilities}::text[]) and p.id <> ${except}
       and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
       and (p.ended_on is null or p.ended_on >= ${today}) and (p.login_id is not null or not ${signIn})`.execute(db);
  return rows.map(({ id }) => id);
}

export const absenceRows = (db: Db, schoolId: string, personId: string, from: string) =>
  db
    .selectFrom('absence')
    .select(['id', 'starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('ends_on', '>=', from)
    .orderBy('starts_on')
    .execute();

/** What is over stays on record; what is still to come is as last said. */
export async function replaceAbsences(
  db: Db,
  schoolId: string,
  personId: string,
  from: string,
  rows: readonly { id: string; startsOn: string; endsOn: string }[],
): Promise<void> {
  await db
    .deleteFrom('absence')
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('ends_on', '>=', from)
    .execute();
  if (rows.length === 0) return;
  await db
    .insertInto('absence')
    .values(
      rows.map(({ id, startsOn, endsOn }) => ({
        school_id: schoolId,
        id,
        person_id: personId,
        starts_on: startsOn,
        ends_on: endsOn,
      })),
    )
    .execute();
}
