// Statements about carers: whose they are, and how they are reached. A list of fifty thousand is written in a handful.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { CarerTie } from './roster/plan-carer-import.ts';
import type { NameRow } from './person.ts';

export interface CarerRecord {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly work_email: string;
  readonly email: string;
  readonly telephone: string;
  readonly carer_id: string | null;
  readonly is_carer: boolean;
  readonly is_colleague: boolean;
}

/** Everybody who is or was a carer, and the colleagues of today. */
export async function carerRecords(
  db: Db,
  schoolId: string,
  asked: { readonly source: string; readonly working: readonly string[]; readonly today: string },
): Promise<CarerRecord[]> {
  const { source, working, today } = asked;
  const { rows } = await sql<CarerRecord>`
    select p.id, p.first_name, p.last_name, p.email as work_email, coalesce(c.email, '') as email,
           coalesce(c.telephone, '') as telephone, x.external_id as carer_id,
           coalesce(t.is_carer, false) and (p.ended_on is null or p.ended_on >= ${today}) as is_carer,
           coalesce(t.is_colleague, false) as is_colleague
      from person p
      left join carer_contact c on c.school_id = ${schoolId} and c.person_id = p.id
      left join external_id x on x.school_id = ${schoolId} and x.source = ${source} and x.person_id = p.id
      cross join lateral (
        select bool_or(type = 'carer') as ever,
               bool_or(type = 'carer' and (ends_on is null or ends_on >= ${today})) as is_carer,
               bool_or(type = any(${working}::text[]) and (ends_on is null or ends_on >= ${today})) as is_colleague
          from person_type where school_id = ${schoolId} and person_id = p.id) t
     where p.school_id = ${schoolId}
       and (t.ever or (t.is_colleague and p.email <> '' and (p.ended_on is null or p.ended_on >= ${today})))
     order by p.id`.execute(db);
  return rows;
}

/** The links of today between people who are both still here. */
export const liveLinks = async (db: Db, schoolId: string, today: string) => {
  const { rows } = await sql<LinkRecord>`
    select l.id, l.pupil_id, l.carer_id, l.relation, l.has_parental_responsibility, l.do_not_contact, l.contact_order
      from carer_link l
      join enrolment e on e.school_id = ${schoolId} and e.person_id = l.pupil_id
     where l.school_id = ${schoolId} and l.ends_on is null and (e.ends_on is null or e.ends_on >= ${today})`.execute(
    db,
  );
  return rows;
};

export interface LinkRecord {
  readonly id: string;
  readonly pupil_id: string;
  readonly carer_id: string;
  readonly relation: string;
  readonly has_parental_responsibility: boolean;
  readonly do_not_contact: boolean;
  readonly contact_order: number | null;
}

export interface NewCarer {
  readonly id: string;
  readonly first: string;
  readonly last: string;
}

export async function insertCarers(db: Db, schoolId: string, carers: readonly NewCarer[], now: string): Promise<void> {
  await sql`insert into person (school_id, id, first_name, last_name, created_at)
    select ${schoolId}, t.id, t.first, t.last, ${now}::timestamptz
      from unnest(${carers.map(({ id }) => id)}::uuid[], ${carers.map(({ first }) => first)}::text[],
                  ${carers.map(({ last }) => last)}::text[]) as t(id, first, last)`.execute(db);
}

/** From today they are carers; whoever had left is here again. */
export async function beginCarers(
  db: Db,
  schoolId: string,
  carers: readonly { readonly id: string; readonly typeId: string }[],
  today: string,
): Promise<void> {
  const ids = carers.map(({ id }) => id);
  await sql`insert into person_type (school_id, id, person_id, type, starts_on)
    select ${schoolId}, t.type_id, t.id, 'carer', ${today}::date
      from unnest(${carers.map(({ typeId }) => typeId)}::uuid[], ${ids}::uuid[]) as t(type_id, id)
     where not exists (select from person_type held where held.school_id = ${schoolId} and held.person_id = t.id
                        and held.type = 'carer' and held.ends_on is null)`.execute(db);
  await sql`update person set ended_on = null
     where school_id = ${schoolId} and id = any(${ids}::uuid[]) and ended_on < ${today}`.execute(db);
}

/** Whoever is no longer anybody's carer; colleagues stay what else they are. */
export async function endCarers(db: Db, schoolId: string, ids: readonly string[], lastDay: string): Promise<void> {
  await sql`update person_type set ends_on = ${lastDay}
     where school_id = ${schoolId} and person_id = any(${ids}::uuid[]) and type = 'carer'
       and (ends_on is null or ends_on > ${lastDay})`.execute(db);
  await sql`update person p set ended_on = ${lastDay}
     where p.school_id = ${schoolId} and p.id = any(${ids}::uuid[])
       and not exists (select from person_type t where t.school_id = ${schoolId} and t.person_id = p.id
                        and (t.ends_on is null or t.ends_on > ${lastDay}))`.execute(db);
}

export async function putContacts(
  db: Db,
  schoolId: string,
  contacts: readonly { readonly id: string; readonly email: string; readonly telephone: string }[],
): Promise<void> {
  await sql`insert into carer_contact (school_id, person_id, email, telephone)
    select ${schoolId}, t.id, t.email, t.telephone
      from unnest(${contacts.map(({ id }) => id)}::uuid[], ${contacts.map(({ email }) => email)}::text[],
                  ${contacts.map(({ telephone }) => telephone)}::text[]) as t(id, email, telephone)
    on conflict (school_id, person_id) do update set email = excluded.email, telephone = excluded.telephone`.execute(
    db,
  );
}

export interface LinkToWrite extends CarerTie {
  readonly id: string;
  readonly pupilId: string;
  readonly carerId: string;
}

export async function insertLinks(
  db: Db,
  schoolId: string,
  links: readonly LinkToWrite[],
  today: string,
): Promise<void> {
  await sql`insert into carer_link
      (school_id, id, pupil_id, carer_id, relation, has_parental_responsibility, do_not_contact, contact_order, starts_on)
    select ${schoolId}, t.id, t.pupil, t.carer, t.relation, t.responsible, t.silent, t.place, ${today}::date
      from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ pupilId }) => pupilId)}::uuid[],
                  ${links.map(({ carerId }) => carerId)}::uuid[], ${links.map(({ relation }) => relation)}::text[],
                  ${links.map(({ parentalResponsibility }) => parentalResponsibility)}::boolean[],
                  ${links.map(({ doNotContact }) => doNotContact)}::boolean[],
                  ${links.map(({ contactOrder }) => contactOrder)}::int[])
        as t(id, pupil, carer, relation, responsible, silent, place)`.execute(db);
}

export async function updateLinks(
  db: Db,
  schoolId: string,
  links: readonly (CarerTie & { readonly id: string })[],
): Promise<void> {
  await sql`update carer_link l
       set relation = t.relation, has_parental_responsibility = t.responsible, do_not_contact = t.silent, contact_order = t.place
      from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ relation }) => relation)}::text[],
                  ${links.map(({ parentalResponsibility }) => parentalResponsibility)}::boolean[],
                  ${links.map(({ doNotContact }) => doNotContact)}::boolean[],
                  ${links.map(({ contactOrder }) => contactOrder)}::int[]) as t(id, relation, responsible, silent, place)
     where l.school_id = ${schoolId} and l.id = t.id`.execute(db);
}

export async function endLinks(db: Db, schoolId: string, ids: readonly string[], lastDay: string): Promise<void> {
  await sql`update carer_link set ends_on = ${lastDay} where school_id = ${schoolId} and id = any(${ids}::uuid[])`.execute(
    db,
  );
}

export interface TiedRow extends NameRow, LinkRecord {
  readonly person_id: string;
  readonly starts_on: string;
  readonly email: string;
  readonly telephone: string;
  readonly class_name: string;
  readonly year_group: string;
}

/** The carers of a pupil, or the pupils of a carer: people who are here today. */
export async function tiedTo(
  db: Db,
  schoolId: string,
  personId: string,
  side: 'carers' | 'pupils',
  today: string,
): Promise<TiedRow[]> {
  const [own, other] =
    side === 'carers' ? [sql.ref('l.pupil_id'), sql.ref('l.carer_id')] : [sql.ref('l.carer_id'), sql.ref('l.pupil_id')];
  const { rows } = await sql<TiedRow>`
    select l.id, l.pupil_id, l.carer_id, l.relation, l.has_parental_responsibility, l.do_not_contact, l.contact_order, l.starts_on,
           p.id as person_id, p.first_name, p.last_name, p.preferred_name,
           coalesce(c.email, '') as email, coalesce(c.telephone, '') as telephone,
           coalesce(e.class_name, '') as class_name, coalesce(e.year_group, '') as year_group
      from carer_link l
      join person p on p.school_id = ${schoolId} and p.id = ${other}
      left join carer_contact c on c.school_id = ${schoolId} and c.person_id = p.id
      left join enrolment e on e.school_id = ${schoolId} and e.person_id = p.id
     where l.school_id = ${schoolId} and ${own} = ${personId} and (l.ends_on is null or l.ends_on >= ${today})
       and (p.ended_on is null or p.ended_on >= ${today})
     order by l.contact_order nulls last, p.last_name, p.first_name, p.id`.execute(db);
  return rows;
}

export const carerLinkRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('carer_link')
    .select([
      'id',
      'pupil_id',
      'carer_id',
      'relation',
      'has_parental_responsibility',
      'do_not_contact',
      'contact_order',
    ])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('ends_on', 'is', null)
    .executeTakeFirst();

export const contactOf = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('carer_contact')
    .select(['email', 'telephone'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
