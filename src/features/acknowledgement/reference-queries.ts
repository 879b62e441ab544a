// Statements about who has confirmed which document in which edition.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Reference } from './read-with.ts';

/** What somebody has confirmed, in every edition. */
export const confirmedReferenceRows = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('acknowledgement_reference')
    .select(['reference', 'edition', 'confirmed_on'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .execute();

export interface ConfirmedReferences {
  readonly personIds: readonly string[];
  readonly references: readonly Reference[];
  readonly textSha256: string;
  readonly confirmedOn: string;
  readonly recordedBy: string | null;
}

/** Each of these documents for each of these people, in one statement; what somebody confirmed before stays as it is. */
export async function insertConfirmedReferences(
  db: Db,
  schoolId: string,
  { personIds, references, textSha256, confirmedOn, recordedBy }: ConfirmedReferences,
  now: string,
): Promise<void> {
  if (personIds.length === 0 || references.length === 0) return;
  const each = (of: (reference: Reference) => string) => references.map(of);
  await sql`
    insert into acknowledgement_reference
      (school_id, person_id, reference, edition, title, text_sha256, confirmed_on, confirmed_at, recorded_by)
    select ${schoolId}::uuid, person.id, r.key, r.edition, r.title, ${textSha256}, ${confirmedOn}::date,
           ${now}::timestamptz, ${recordedBy}::uuid
      from unnest(${[...personIds]}::uuid[]) as person (id)
     cross join unnest(${each(({ key }) => key)}::text[], ${each(({ edition }) => edition)}::text[],
                       ${each(({ title }) => title)}::text[]) as r (key, edition, title)
    on conflict do nothing`.execute(db);
}

export interface ReferenceCount {
  readonly reference: string;
  readonly edition: string;
  readonly people: number;
}

/** How many of these people have confirmed each edition. */
export async function referenceCounts(
  db: Db,
  schoolId: string,
  personIds: readonly string[],
): Promise<ReferenceCount[]> {
  const { rows } = await sql<ReferenceCount>`
    select reference, edition, count(*)::int as people from acknowledgement_reference
     where school_id = ${schoolId} and person_id = any(${[...personIds]}::uuid[])
     group by reference, edition`.execute(db);
  return rows;
}
