// Statements about the people of the directory: their entries, what they are to the school, and their name keys.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { StoredKey } from './keys-of-person.ts';
import type { FormerName } from './person.ts';

/** Changes that must not happen side by side in one school wait for one another here. */
export const holdDirectory = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('people ' || ${schoolId}, 0))`.execute(db);
};

export interface NewPerson {
  readonly id: string;
  /** Set-up knows the first person's login before there is a person. */
  readonly loginId?: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string;
  readonly email?: string;
  readonly jobTitle?: string;
  readonly signOff?: string;
}

/** Was it this unique index that stopped a statement? */
const breaks = (error: unknown, index: string): boolean =>
  typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === index;

const emailTaken = (error: unknown): unknown =>
  breaks(error, 'person_email')
    ? fail.conflict({
        code: 'email-in-use',
        message: 'Somebody else here has this e-mail address.',
        remedy: 'Everybody needs an address of their own: shared ones cannot be used to sign in.',
        fields: [{ field: 'email', message: 'Somebody else here has this address.' }],
      })
    : error;

export async function insertPersonRow(db: Db, schoolId: string, person: NewPerson, now: string): Promise<void> {
  await db
    .insertInto('person')
    .values({
      school_id: schoolId,
      id: person.id,
      login_id: person.loginId ?? null,
      first_name: person.firstName,
      last_name: person.lastName,
      preferred_name: person.preferredName ?? '',
      email: person.email ?? '',
      job_title: person.jobTitle ?? '',
      sign_off: person.signOff ?? '',
      created_at: now,
    })
    .execute()
    .catch((error: unknown) => {
      throw emailTaken(error);
    });
}

export const personRow = (db: Db, schoolId: string, id: string) =>
  db.selectFrom('person').selectAll().where('school_id', '=', schoolId).where('id', '=', id).executeTakeFirst();

export interface PersonChange {
  readonly first_name?: string;
  readonly last_name?: string;
  readonly preferred_name?: string;
  readonly email?: string;
  readonly job_title?: string;
  readonly sign_off?: string;
  readonly line_manager_id?: string | null;
}

export async function updatePerson(
  db: Db,
  schoolId: string,
  id: string,
  { former, ...set }: PersonChange & { former?: readonly FormerName[] },
): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...set, ...(former === undefined ? {} : { former_names: JSON.stringify(former) }) })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => {
      throw emailTaken(error);
    });
}

export const setLastDay = (db: Db, schoolId: string, id: string, lastDay: string) =>
  db.updateTable('person').set({ ended_on: lastDay }).where('school_id', '=', schoolId).where('id', '=', id).execute();

/** Joins a login to a person who has none. @returns whether it was joined */
export const setLogin = async (db: Db, schoolId: string, id: string, loginId: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ login_id: loginId, access_ended_at: null })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('login_id', 'is', null)
    .executeTakeFirst()
    .catch((error: unknown) => {
      if (!breaks(error, 'person_login')) throw error;
      throw fail.conflict({
        code: 'login-in-use',
        message: 'You already belong to this school under another entry.',
        remedy: 'Ask your administrator to end one of the two entries.',
      });
    });
  return numUpdatedRows === 1n;
};

export const typeRows = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('person_type')
    .select(['id', 'type', 'starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .orderBy('starts_on')
    .orderBy('type')
    .execute();

export async function insertTypes(
  db: Db,
  schoolId: string,
  rows: readonly { id: string; personId: string; type: string; startsOn: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('person_type')
    .values(
      rows.map(({ id, personId, type, startsOn }) => ({
        school_id: schoolId,
        id,
        person_id: personId,
        type,
        starts_on: startsOn,
      })),
    )
    .execute();
}

/** Ends those that are held; types left out of `only` go on. */
export const endTypes = (db: Db, schoolId: string, personId: string, lastDay: string, only: readonly string[]) =>
  db
    .updateTable('person_type')
    .set({ ends_on: lastDay })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('type', 'in', [...only])
    .where((row) => row.or([row('ends_on', 'is', null), row('ends_on', '>', lastDay)]))
    .execute();

/** Types and responsibilities held today, also as the deputy of somebody away; and authority over accounts. */
export const rolesOf = async (db: Db, schoolId: string, personId: string, today: string): Promise<string[]> => {
  const { rows } = await sql<{
    roles: string[];
  }>`select app.person_roles(${schoolId}, ${personId}, ${today}) as roles`.execute(db);
  return rows[0]?.roles ?? [];
};

export const enrolmentRow = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('enrolment')
    .select(['year_group', 'class_name', 'starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .executeTakeFirst();

export interface Place {
  readonly yearGroup: string;
  readonly className: string;
}

export async function putEnrolment(
  db: Db,
  schoolId: string,
  personId: string,
  place: Place,
  startsOn: string,
): Promise<void> {
  const set = { year_group: place.yearGroup, class_name: place.className, ends_on: null };
  await db
    .insertInto('enrolment')
    .values({ school_id: schoolId, person_id: personId, starts_on: startsOn, ...set })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id']).doUpdateSet(set))
    .execute();
}

export const endEnrolment = (db: Db, schoolId: string, personId: string, lastDay: string) =>
  db
    .updateTable('enrolment')
    .set({ ends_on: lastDay })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .execute();

export async function replaceNameKeys(
  db: Db,
  schoolId: string,
  personId: string,
  keys: readonly StoredKey[],
): Promise<void> {
  await db.deleteFrom('name_key').where('school_id', '=', schoolId).where('person_id', '=', personId).execute();
  if (keys.length === 0) return;
  await db
    .insertInto('name_key')
    .values(keys.map(({ key, former }) => ({ school_id: schoolId, key, person_id: personId, former })))
    .execute();
}

export const peopleByIds = (db: Db, schoolId: string, ids: readonly string[]) =>
  db
    .selectFrom('person')
    .select(['id', 'first_name', 'last_name', 'preferred_name', 'job_title', 'sign_off', 'ended_on'])
    .where('school_id', '=', schoolId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
