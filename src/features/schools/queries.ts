// Every statement of the schools feature.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import {
  electionNear,
  type ConfidentialTerm,
  type LinkDomain,
  type OwnContact,
  type PreElectionPeriod,
} from './school.ts';

export interface NewSchool {
  readonly id: string;
  readonly trustId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly phase: string;
  readonly division: string;
  readonly address?: string;
  readonly ethos?: string;
  readonly website?: string;
  readonly telephone?: string;
  readonly email?: string;
}

export async function insertSchool(db: Db, school: NewSchool, now: string): Promise<void> {
  await db
    .insertInto('school')
    .values({
      id: school.id,
      trust_id: school.trustId,
      name: school.name,
      short_name: school.shortName,
      slug: school.slug,
      phase: school.phase,
      division: school.division,
      address: school.address ?? '',
      ethos: school.ethos ?? '',
      website: school.website ?? '',
      telephone: school.telephone ?? '',
      email: school.email ?? '',
      created_at: now,
    })
    .execute();
}

export async function insertTrust(db: Db, trust: { id: string; name: string }, now: string): Promise<void> {
  await db
    .insertInto('trust')
    .values({ ...trust, created_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export const schoolRow = (db: Db, id: string) =>
  db.selectFrom('school').selectAll().where('id', '=', id).executeTakeFirst();

/** As much of the school as a visitor may see. */
export const publicSchoolRow = (db: Db, id: string) =>
  db
    .selectFrom('school')
    .select(['id', 'name', 'short_name', 'slug', 'website', 'zone', 'ethos'])
    .where('id', '=', id)
    .executeTakeFirst();

export const slugTaken = async (db: Db, slug: string): Promise<boolean> => {
  const { rows } = await sql<{ id: string | null }>`select app.school_by_slug(${slug}) as id`.execute(db);
  return (rows[0]?.id ?? null) !== null;
};

export async function updateSchool(db: Db, id: string, set: Omit<NewSchool, 'id' | 'trustId' | 'slug'>): Promise<void> {
  const { shortName, ...rest } = set;
  await db
    .updateTable('school')
    .set({ ...rest, short_name: shortName })
    .where('id', '=', id)
    .execute();
}

export const markSetUpDone = (db: Db, id: string, now: string) =>
  db
    .updateTable('school')
    .set({ set_up_done_at: now })
    .where('id', '=', id)
    .where('set_up_done_at', 'is', null)
    .execute();

export const ownContactRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('own_contact')
    .select(['kind', 'value'])
    .where('school_id', '=', schoolId)
    .orderBy('kind')
    .orderBy('value')
    .execute();

export async function replaceOwnContacts(
  db: Db,
  schoolId: string,
  contacts: readonly OwnContact[],
  newId: () => string,
): Promise<void> {
  await db.deleteFrom('own_contact').where('school_id', '=', schoolId).execute();
  if (contacts.length === 0) return;
  await db
    .insertInto('own_contact')
    .values(contacts.map((contact) => ({ school_id: schoolId, id: newId(), ...contact })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const confidentialTermRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('confidential_term')
    .select(['term', 'reason'])
    .where('school_id', '=', schoolId)
    .orderBy('term')
    .execute();

export async function replaceConfidentialTerms(
  db: Db,
  schoolId: string,
  terms: readonly ConfidentialTerm[],
  newId: () => string,
): Promise<void> {
  await db.deleteFrom('confidential_term').where('school_id', '=', schoolId).execute();
  if (terms.length === 0) return;
  await db
    .insertInto('confidential_term')
    .values(terms.map((term) => ({ school_id: schoolId, id: newId(), ...term })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const linkDomainRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('link_domain')
    .select(['domain', 'verdict'])
    .where('school_id', '=', schoolId)
    .orderBy('domain')
    .execute();

export async function replaceLinkDomains(
  db: Db,
  schoolId: string,
  domains: readonly LinkDomain[],
  newId: () => string,
): Promise<void> {
  await db.deleteFrom('link_domain').where('school_id', '=', schoolId).execute();
  if (domains.length === 0) return;
  await db
    .insertInto('link_domain')
    .values(domains.map((domain) => ({ school_id: schoolId, id: newId(), ...domain })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const setPreElectionPeriodsRow = (db: Db, schoolId: string, periods: readonly PreElectionPeriod[]) =>
  db
    .updateTable('school')
    .set({ pre_election_periods: JSON.stringify(periods) })
    .where('id', '=', schoolId)
    .execute();

/** The election near which the school stands on this day, by its own entry; null on any other day. */
export async function electionNearSchool(db: Db, schoolId: string, today: string): Promise<string | null> {
  const school = await schoolRow(db, schoolId);
  return electionNear((school?.pre_election_periods ?? []) as unknown as PreElectionPeriod[], today);
}

/** The school that the installation was set up with keeps what all schools share: the machine, and what it lends to others. */
export async function isFirstSchool(db: Db, schoolId: string): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`select app.is_first_school(${schoolId}::uuid) as first`.execute(db);
  return rows[0]?.first === true;
}
