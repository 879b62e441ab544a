// Statements about the whole roll at once: a list of fifty thousand is written in a handful of them.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { FormerName } from './person.ts';

export interface RollRow {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string;
  readonly former_names: unknown;
  readonly year_group: string;
  readonly class_name: string;
}

/** The pupils on the roll today. */
export async function rollRows(db: Db, schoolId: string, today: string): Promise<RollRow[]> {
  const { rows } = await sql<RollRow>`
    select p.id, p.first_name, p.last_name, p.preferred_name, p.former_names, e.year_group, e.class_name
      from enrolment e join person p on p.school_id = ${schoolId} and p.id = e.person_id
     where e.school_id = ${schoolId} and (e.ends_on is null or e.ends_on >= ${today})
       and (p.ended_on is null or p.ended_on >= ${today})
     order by p.id`.execute(db);
  return rows;
}

export const externalIdRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('external_id')
    .select(['source', 'external_id', 'person_id'])
    .where('school_id', '=', schoolId)
    .execute();

/** People who have left and are known by one of these ids. */
export async function leaversByExternalId(
  db: Db,
  schoolId: string,
  source: string,
  ids: readonly string[],
  today: string,
) {
  const { rows } = await sql<RollRow & { external_id: string }>`
    select x.external_id, p.id, p.first_name, p.last_name, p.preferred_name, p.former_names, e.year_group, e.class_name
      from external_id x
      join person p on p.school_id = ${schoolId} and p.id = x.person_id
      join enrolment e on e.school_id = ${schoolId} and e.person_id = x.person_id
     where x.school_id = ${schoolId} and x.source = ${source} and x.external_id = any(${ids}::text[])
       and (e.ends_on < ${today} or p.ended_on < ${today})`.execute(db);
  return rows;
}

export interface PupilToWrite {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly preferred: string;
  readonly former: readonly FormerName[];
  readonly yearGroup: string;
  readonly className: string;
}

export async function insertPupils(
  db: Db,
  schoolId: string,
  pupils: readonly PupilToWrite[],
  now: string,
): Promise<void> {
  await sql`insert into person (school_id, id, first_name, last_name, preferred_name, created_at)
    select ${schoolId}, t.id, t.first, t.last, t.preferred, ${now}::timestamptz
      from unnest(${pupils.map(({ id }) => id)}::uuid[], ${pupils.map(({ first }) => first)}::text[],
                  ${pupils.map(({ last }) => last)}::text[], ${pupils.map(({ preferred }) => preferred)}::text[])
        as t(id, first, last, preferred)`.execute(db);
}

/**
 * Foreign keys are checked by plans that PostgreSQL makes once for each connection. One made while the table was small
 * reads it from end to end for every row; after a large insert they are made anew.
 */
export const forgetPlans = async (db: Db): Promise<void> => {
  await sql`discard plans`.execute(db);
};

/** The planner learns of a large list at once, and not a minute later. */
export const analyseRoll = async (db: Db): Promise<void> => {
  await sql`select app.analyse_roll()`.execute(db);
};

/** Also brings back somebody who had left; a last day still to come stays. */
export async function updatePupils(
  db: Db,
  schoolId: string,
  pupils: readonly PupilToWrite[],
  today: string,
): Promise<void> {
  await sql`update person p
       set first_name = t.first, last_name = t.last, preferred_name = t.preferred, former_names = t.former::jsonb,
           ended_on = case when p.ended_on >= ${today} then p.ended_on end
      from unnest(${pupils.map(({ id }) => id)}::uuid[], ${pupils.map(({ first }) => first)}::text[],
                  ${pupils.map(({ last }) => last)}::text[], ${pupils.map(({ preferred }) => preferred)}::text[],
                  ${pupils.map(({ former }) => JSON.stringify(former))}::text[])
        as t(id, first, last, preferred, former)
     where p.school_id = ${schoolId} and p.id = t.id`.execute(db);
}

export async function insertPupilTypes(
  db: Db,
  schoolId: string,
  personIds: readonly string[],
  ids: readonly string[],
  today: string,
): Promise<void> {
  await sql`insert into person_type (school_id, id, person_id, type, starts_on)
    select ${schoolId}, t.id, t.person, 'pupil', ${today}::date
      from unnest(${ids}::uuid[], ${personIds}::uuid[]) as t(id, person)`.execute(db);
}

/** First day on the roll: today for those who join; unchanged for those who are on it. */
export async function putPupilPlaces(
  db: Db,
  schoolId: string,
  pupils: readonly PupilToWrite[],
  today: string,
): Promise<void> {
  await sql`insert into enrolment (school_id, person_id, year_group, class_name, starts_on)
    select ${schoolId}, t.id, t.year_group, t.class_name, ${today}::date
      from unnest(${pupils.map(({ id }) => id)}::uuid[], ${pupils.map(({ yearGroup }) => yearGroup)}::text[],
                  ${pupils.map(({ className }) => className)}::text[]) as t(id, year_group, class_name)
    on conflict (school_id, person_id) do update
      set year_group = excluded.year_group, class_name = excluded.class_name,
          ends_on = case when enrolment.ends_on >= excluded.starts_on then enrolment.ends_on end,
          starts_on = case when enrolment.ends_on < excluded.starts_on then excluded.starts_on else enrolment.starts_on end`.execute(
    db,
  );
}

export async function putExternalIds(
  db: Db,
  schoolId: string,
  source: string,
  known: readonly { readonly personId: string; readonly externalId: string }[],
): Promise<void> {
  const people = known.map(({ personId }) => personId);
  await sql`delete from external_id where school_id = ${schoolId} and source = ${source} and person_id = any(${people}::uuid[])`.execute(
    db,
  );
  await sql`insert into external_id (school_id, source, external_id, person_id)
    select ${schoolId}, ${source}, t.external_id, t.person
      from unnest(${known.map(({ externalId }) => externalId)}::text[], ${people}::uuid[]) as t(external_id, person)
    on conflict (school_id, source, external_id) do update set person_id = excluded.person_id`.execute(db);
}

export async function deleteNameKeys(db: Db, schoolId: string, personIds: readonly string[]): Promise<void> {
  await sql`delete from name_key where school_id = ${schoolId} and person_id = any(${personIds}::uuid[])`.execute(db);
}

export interface KeyToWrite {
  readonly key: string;
  readonly personId: string;
  readonly former: boolean;
}

export async function insertNameKeys(db: Db, schoolId: string, keys: readonly KeyToWrite[]): Promise<void> {
  await sql`insert into name_key (school_id, key, person_id, former)
    select ${schoolId}, t.key, t.person, t.former
      from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ personId }) => personId)}::uuid[],
                  ${keys.map(({ former }) => former)}::boolean[]) as t(key, person, former)`.execute(db);
}

/** Ends what makes them pupils. Their name keys stay: a child who has left is still a child whose name is not for publishing. */
export async function endPupils(
  db: Db,
  schoolId: string,
  personIds: readonly string[],
  lastDay: string,
): Promise<void> {
  await sql`update enrolment set ends_on = ${lastDay} where school_id = ${schoolId} and person_id = any(${personIds}::uuid[])`.execute(
    db,
  );
  await sql`update person_type set ends_on = ${lastDay}
    where school_id = ${schoolId} and person_id = any(${personIds}::uuid[]) and type = 'pupil' and (ends_on is null or ends_on > ${lastDay})`.execute(
    db,
  );
  await sql`update person p set ended_on = ${lastDay}
    where p.school_id = ${schoolId} and p.id = any(${personIds}::uuid[])
      and not exists (select from person_type t where t.school_id = ${schoolId} and t.person_id = p.id
                       and t.type <> 'pupil' and (t.ends_on is null or t.ends_on > ${lastDay}))`.execute(db);
}

export interface ClassCount {
  readonly yearGroup: string;
  readonly className: string;
  readonly pupils: number;
}

export async function classCounts(db: Db, schoolId: string, today: string): Promise<ClassCount[]> {
  const { rows } = await sql<ClassCount>`
    select year_group as "yearGroup", class_name as "className", count(*)::int as pupils from enrolment
     where school_id = ${schoolId} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})
     group by year_group, class_name`.execute(db);
  return rows;
}

export interface ImportNote {
  readonly id: string;
  readonly kind: 'pupils' | 'staff' | 'carers';
  readonly covers: string;
  readonly by: string | null;
  readonly joined: number;
  readonly changed: number;
  readonly left: number;
}

export async function insertImport(db: Db, schoolId: string, note: ImportNote, now: string): Promise<void> {
  const { id, kind, covers, by, joined, changed, left } = note;
  await db
    .insertInto('list_import')
    .values({ school_id: schoolId, id, kind, covers, imported_by: by, at: now, joined, changed, left_school: left })
    .execute();
}

export const lastImport = (db: Db, schoolId: string, kind: 'pupils' | 'staff' | 'carers') =>
  db
    .selectFrom('list_import as i')
    .leftJoin('person as p', (join) => join.onRef('p.id', '=', 'i.imported_by').on('p.school_id', '=', schoolId))
    .select([
      'i.at',
      'i.covers',
      'i.joined',
      'i.changed',
      'i.left_school',
      'p.first_name',
      'p.last_name',
      'p.preferred_name',
    ])
    .where('i.school_id', '=', schoolId)
    .where('i.kind', '=', kind)
    .orderBy('i.at', 'desc')
    .limit(1)
    .executeTakeFirst();

export interface StaffOfToday {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string;
  readonly email: string;
  readonly job_title: string;
  readonly former_names: unknown;
  readonly joined: boolean;
  readonly last_day: string | null;
  readonly types: string[];
  readonly responsibilities: string[];
}

/** The adults who work for the school today, with what they are and what they answer for. */
export async function staffRows(
  db: Db,
  schoolId: string,
  types: readonly string[],
  today: string,
): Promise<StaffOfToday[]> {
  const { rows } = await sql<StaffOfToday>`
    select p.id, p.first_name, p.last_name, p.preferred_name, p.email, p.job_title, p.former_names,
           p.login_id is not null as joined, p.ended_on as last_day, t.types, r.responsibilities
      from person p
      cross join lateral (
        select coalesce(array_agg(type order by type), '{}') as types from person_type
         where school_id = ${schoolId} and person_id = p.id and (ends_on is null or ends_on >= ${today})) t
      cross join lateral (
        select coalesce(array_agg(responsibility order by responsibility), '{}') as responsibilities from responsibility
         where school_id = ${schoolId} and person_id = p.id and (ends_on is null or ends_on >= ${today})) r
     where p.school_id = ${schoolId} and (p.ended_on is null or p.ended_on >= ${today}) and t.types && ${types}::text[]
     order by p.id`.execute(db);
  return rows;
}
