// Statements that search the directory: by the beginning of a name, and by the keys of a text's words.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import { kindOf, type Kind } from './keys-of-person.ts';
import { formerNamesOf, type FormerName, type NameRow } from './person.ts';

export interface DirectorySearch {
  /** Words typed; each must begin one of a person's names. */
  readonly words: readonly string[];
  readonly type: string | null;
  readonly responsibility: string | null;
  readonly className: string | null;
  readonly pupils: boolean;
  /** Also those who are carers and nothing else. */
  readonly carers: boolean;
  readonly today: string;
  readonly after: { readonly last: string; readonly first: string; readonly id: string } | null;
  readonly limit: number;
}

export interface DirectoryRow extends NameRow {
  readonly id: string;
  readonly job_title: string;
  readonly signs_in: boolean;
  readonly types: string[];
  readonly responsibilities: string[];
  readonly year_group: string | null;
  readonly class_name: string | null;
}

/** People of today in the order of their names, one page at a time. */
export async function searchDirectory(db: Db, schoolId: string, search: DirectorySearch): Promise<DirectoryRow[]> {
  const { words, type, responsibility, className, pupils, carers, today, after, limit } = search;
  const prefixes = words.map((word) => `${word.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<DirectoryRow>`
    select p.id, p.first_name, p.last_name, p.preferred_name, p.job_title, p.login_id is not null as signs_in,
           t.types, r.responsibilities, e.year_group, e.class_name
      from person p
      cross join lateral (
        select coalesce(array_agg(type order by type), '{}') as types from person_type
         where school_id = ${schoolId} and person_id = p.id and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})) t
      cross join lateral (
        select coalesce(array_agg(responsibility order by responsibility), '{}') as responsibilities from responsibility
         where school_id = ${schoolId} and person_id = p.id and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})) r
      left join enrolment e on e.school_id = ${schoolId} and e.person_id = p.id and (e.ends_on is null or e.ends_on >= ${today})
     where p.school_id = ${schoolId} and (p.ended_on is null or p.ended_on >= ${today})
       and (${after?.id ?? null}::uuid is null or (p.last_name, p.first_name, p.id) > (${after?.last ?? ''}, ${after?.first ?? ''}, ${after?.id ?? null}::uuid))
       and not exists (select from unnest(${prefixes}::text[]) as prefix
             where not (lower(p.last_name) like prefix or lower(p.first_name) like prefix or lower(p.preferred_name) like prefix))
       and (${type}::text is null or ${type} = any(t.types))
       and (${responsibility}::text is null or ${responsibility} = any(r.responsibilities))
       and (${className}::text is null or e.class_name = ${className})
       and (${pupils} or not 'pupil' = any(t.types))
       and (${carers} or not (t.types @> '{carer}' and (cardinality(t.types) = 1 or ${type}::text = 'carer')))
     order by p.last_name, p.first_name, p.id
     limit ${limit}`.execute(db);
  return rows;
}

/** Somebody found by a key, as the checks need them. Earlier names are for matching only and are never shown. */
export interface FoundPerson {
  readonly id: string;
  readonly kind: Kind;
  readonly first: string;
  readonly last: string;
  readonly preferred: string;
  readonly former: readonly FormerName[];
  readonly className: string;
  readonly yearGroup: string;
  /** The key that found them. */
  readonly key: string;
}

interface FoundRow extends NameRow {
  id: string;
  key: string;
  former_names: unknown;
  year_group: string | null;
  class_name: string | null;
  open: string[] | null;
  ever: string[] | null;
}

const ENOUGH = 3;

/**
 * At most three people for each key, so that the cost grows with the text and not with the roll.
 * Those who have left are found too: a child who has left is still a child.
 */
export async function peopleByNameKeys(db: Db, schoolId: string, keys: readonly string[]): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundRow>`
    select k.key, p.id, p.first_name, p.last_name, p.preferred_name, p.former_names, e.year_group, e.class_name, t.open, t.ever
      from unnest(${keys}::text[]) as k(key)
      cross join lateral (
        select person_id from name_key where school_id = ${schoolId} and key = k.key limit ${ENOUGH}) n
      join person p on p.school_id = ${schoolId} and p.id = n.person_id
      left join enrolment e on e.school_id = ${schoolId} and e.person_id = p.id
      left join lateral (
        select array_agg(type) filter (where ends_on is null) as open, array_agg(type) as ever
          from person_type where school_id = ${schoolId} and person_id = p.id) t on true`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    kind: kindOf(row.open ?? [], row.ever ?? []),
    first: row.first_name,
    last: row.last_name,
    preferred: row.preferred_name,
    former: formerNamesOf(row.former_names),
    className: row.class_name ?? '',
    yearGroup: row.year_group ?? '',
    key: row.key,
  }));
}
