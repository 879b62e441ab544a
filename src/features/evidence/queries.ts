// Every statement that reads the counts, and the entries behind a number. None writes: the seal has counted already.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Period } from './period.ts';
import type { Count } from './tally.ts';
import type { Spoken } from './trust-clauses.ts';

/** What the sealed entries of these days come to. Days are rows already, so a million entries are some thousand of them. */
export async function countRows(db: Db, scopeId: string, { since, until }: Period): Promise<Count[]> {
  const rows = await db
    .selectFrom('evidence_day')
    .select(['clause', 'action', 'outcome', 'version'])
    .select(({ fn }) => [fn.sum<string>('n').as('n'), fn.max('last_at').as('lastAt')])
    .where('scope_id', '=', scopeId)
    .where('day', '>=', since)
    .where('day', '<=', until)
    .groupBy(['clause', 'action', 'outcome', 'version'])
    .execute();
  return rows.map(({ n, lastAt, ...row }) => ({ ...row, n: Number(n), lastAt }));
}

/** What each version says itself. Versions that differ in an answer only share one list of clauses, and it is read once. */
export async function spokenByVersion(
  db: Db,
  schoolId: string,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, Spoken>> {
  if (versionIds.length === 0) return new Map();
  const { rows } = await sql<{ ids: string[]; clauses: { id: string; on: string[] }[]; settings: string[] }>`
    with told as (
      select v.id, (select jsonb_agg(jsonb_build_object('id', c ->> 'id', 'on', c -> 'rests-on'))
                      from jsonb_array_elements(v.document -> 'clauses') as c) as clauses,
             array(select jsonb_object_keys(v.document -> 'settings') order by 1) as settings
        from policy_version v where v.school_id = ${schoolId} and v.id = any(${versionIds}::uuid[])
    )
    select array_agg(id::text) as ids, clauses, settings from told group by clauses, settings`.execute(db);
  return new Map(
    rows.flatMap(({ ids, clauses, settings }) => {
      const spoken = { restsOn: new Map(clauses.map(({ id, on }) => [id, on])), settings: new Set(settings) };
      return ids.map((id) => [id, spoken] as const);
    }),
  );
}

/** A kind of entry, as it was counted. */
export type Kind = Pick<Count, 'clause' | 'action' | 'outcome' | 'version'>;

export interface EntryRow {
  readonly id: string;
  readonly happenedAt: string;
  readonly body: string;
  readonly sha256: string;
  readonly version: string;
  readonly sealN: number;
  readonly sealedAt: string;
  readonly sealSha256: string;
}

export interface EntryQuestion {
  readonly kinds: readonly Kind[];
  /** From this moment, and before that one. */
  readonly from: string;
  readonly before: string;
  /** The last row of the page before. */
  readonly after: { readonly happenedAt: string; readonly entryId: string } | null;
  readonly limit: number;
}

/** The entries behind a number, the newest first. Each kind has an order of its own in the index, so none is read to its end. */
export async function entryRows(db: Db, scopeId: string, question: EntryQuestion): Promise<EntryRow[]> {
  const { kinds, from, before, after, limit } = question;
  if (kinds.length === 0) return [];
  const column = (name: keyof Kind) => kinds.map((kind) => kind[name]);
  const { rows } = await sql<EntryRow>`
    with page as (
      select found.* from unnest(${column('clause')}::text[], ${column('action')}::text[], ${column('outcome')}::text[],
                                 ${column('version')}::uuid[]) as k(clause, action, outcome, version)
       cross join lateral (
         select l.happened_at, l.entry_id, l.seal_n, l.version from evidence_line l
          where l.scope_id = ${scopeId} and l.clause = k.clause and l.action = k.action and l.outcome = k.outcome
            and l.version = k.version and l.happened_at >= ${from}::timestamptz and l.happened_at < ${before}::timestamptz
            and (l.happened_at, l.entry_id) < (${after?.happenedAt ?? 'infinity'}::timestamptz,
                 ${after?.entryId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
          order by l.happened_at desc, l.entry_id desc limit ${limit}) as found
       order by happened_at desc, entry_id desc limit ${limit}
    )
    select p.entry_id as id, p.happened_at as "happenedAt", e.body, e.sha256, p.version, p.seal_n as "sealN",
           s.at as "sealedAt", s.sha256 as "sealSha256"
      from page p
      join entry e on e.scope_id = ${scopeId} and e.id = p.entry_id
      join seal s on s.scope_id = ${scopeId} and s.n = p.seal_n
     order by p.happened_at desc, p.entry_id desc`.execute(db);
  return rows.map((row) => ({ ...row, sealN: Number(row.sealN) }));
}

/** What somebody was at the school on any day: responsibilities and types, with their dates. */
export async function roleRows(
  db: Db,
  schoolId: string,
  personIds: readonly string[],
): Promise<{ person_id: string; role: string; starts_on: string; ends_on: string | null }[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<{ person_id: string; role: string; starts_on: string; ends_on: string | null }>`
    select person_id, responsibility as role, starts_on, ends_on from responsibility
     where school_id = ${schoolId} and person_id = any(${personIds}::uuid[])
    union all
    select person_id, type, starts_on, ends_on from person_type
     where school_id = ${schoolId} and person_id = any(${personIds}::uuid[])`.execute(db);
  return rows;
}
