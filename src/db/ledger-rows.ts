// The ledger as it lies in the database, read in pages: for verification, for export.
import type pg from 'pg';
import type { Json } from '#kernel/canonical.ts';
import { isAfter } from '#kernel/instants.ts';
import { detailDigest, type Seal } from '#kernel/ledger.ts';

interface SealRow {
  scope_id: string;
  n: number;
  at: string;
  entry_ids: string[];
  entry_sha256s: string[];
  previous: string;
  sha256: string;
  key_id: string;
  signature: string;
}

export type LedgerStep =
  { readonly kind: 'entry'; readonly body: string } | { readonly kind: 'seal'; readonly seal: Seal };

export async function ledgerScopes(owner: pg.Pool): Promise<{ id: string; name: string }[]> {
  const { rows } = await owner.query<{ id: string; name: string }>(
    `select e.scope_id as id, coalesce(s.name, t.name, 'the installation') as name
       from (select scope_id from entry union select scope_id from seal) e
       left join school s on s.id = e.scope_id left join trust t on t.id = e.scope_id order by 2, 1`,
  );
  return rows;
}

/**
 * Every seal with the entries that stand under it, then what is not sealed. Entries that no seal names are given with the
 * first seal made after them, so that an inserted row is found.
 */
export async function* ledgerSteps(owner: pg.Pool, scopeId: string): AsyncGenerator<LedgerStep> {
  const { rows: strangers } = await owner.query<{ id: string; at: string; body: string }>(
    `select e.id, e.at, e.body from entry e
       left join (select unnest(entry_ids) as id from seal where scope_id = $1) sealed on sealed.id = e.id
       left join entry_pending p on p.scope_id = e.scope_id and p.entry_id = e.id
      where e.scope_id = $1 and sealed.id is null and p.entry_id is null
      order by e.at, e.id`,
    [scopeId],
  );
  let n = 0;
  for (;;) {
    const { rows } = await owner.query<SealRow>(
      'select * from seal where scope_id = $1 and n > $2 order by n limit 50',
      [scopeId, n],
    );
    for (const row of rows) {
      yield* entriesOf(owner, row, strangers);
      yield { kind: 'seal', seal: sealOf(row) };
      n = row.n;
    }
    if (rows.length < 50) break;
  }
  const { rows: rest } = await owner.query<{ body: string }>(
    `select e.body from entry_pending p join entry e on e.scope_id = p.scope_id and e.id = p.entry_id
      where p.scope_id = $1 order by p.at, p.entry_id`,
    [scopeId],
  );
  for (const { body } of [...strangers, ...rest]) yield { kind: 'entry', body };
}

async function* entriesOf(
  owner: pg.Pool,
  row: SealRow,
  strangers: { at: string; body: string }[],
): AsyncGenerator<LedgerStep> {
  const { rows } = await owner.query<{ body: string }>(
    `select e.body from unnest($2::uuid[]) with ordinality as w(id, place)
       join entry e on e.scope_id = $1 and e.id = w.id order by w.place`,
    [row.scope_id, row.entry_ids],
  );
  for (const { body } of rows) yield { kind: 'entry', body };
  while (strangers[0] && !isAfter(strangers[0].at, row.at)) yield { kind: 'entry', body: strangers.shift()!.body };
}

const sealOf = (row: SealRow): Seal => ({
  scopeId: row.scope_id,
  n: row.n,
  at: trimmed(row.at),
  entryIds: row.entry_ids,
  entrySha256s: row.entry_sha256s,
  previous: row.previous,
  sha256: row.sha256,
  keyId: row.key_id,
  signature: row.signature,
});

/** A seal's time as it was hashed: PostgreSQL keeps microseconds and drops trailing zeros as Temporal does. */
const trimmed = (at: string): string => Temporal.Instant.from(at).toString();

/** Columns beside the hashed text must agree with it, and details with their salted digest: names the rows that do not. */
export async function* rowsAtOdds(owner: pg.Pool, scopeId: string): AsyncGenerator<{ id: string; words: string }> {
  const { rows: columns } = await owner.query<{ id: string }>(
    `select e.id from entry e where e.scope_id = $1 and (
       e.sha256 <> encode(sha256(convert_to(e.body, 'UTF8')), 'hex')
       or e.body not like '%"id":"' || e.id || '"%'
       or e.at <> (substring(e.body from '"at":"([^"]+)"'))::timestamptz)`,
    [scopeId],
  );
  for (const { id } of columns)
    yield { id, words: `Entry ${id}: its columns no longer agree with the text that was sealed.` };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await owner.query<{ entry_id: string; salt: string; detail: Json; body: string | null }>(
      `select d.entry_id, d.salt, d.detail, e.body from entry_detail d
         left join entry e on e.scope_id = d.scope_id and e.id = d.entry_id
        where d.scope_id = $1 and d.entry_id > $2 order by d.entry_id limit 500`,
      [scopeId, after],
    );
    for (const row of rows) {
      const wanted = row.body?.match(/"detail":"([0-9a-f]{64})"/)?.[1];
      if (wanted !== detailDigest(row.salt, row.detail)) {
        yield { id: row.entry_id, words: `Entry ${row.entry_id}: its details were changed after they were recorded.` };
      }
    }
    if (rows.length < 500) return;
    after = rows.at(-1)!.entry_id;
  }
}
