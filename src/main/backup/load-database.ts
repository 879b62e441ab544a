// Puts the database of a backup in place of what is there, in one transaction: until its commit, nothing has changed.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MIGRATION_TABLE, type Migration } from '#db/migrate.ts';
import { fail } from '#kernel/errors.ts';
import { sectionInWords, type BackupHeader, type TableInBackup } from './container.ts';
import type { OpenContainer, OpenSection } from './container-reader.ts';
import { changedIn } from './faults.ts';
import { enqueueRestored, JOB_TABLE, makeJobTable } from './jobs.ts';
import { nameInSql, tablesToBackUp, withColumns } from './our-tables.ts';

export interface Loading {
  /** Inside a transaction, as the owner of the tables. Its queue is at this program's version. */
  readonly client: pg.ClientBase;
  readonly backup: OpenContainer;
  /** Those that made the database of the backup. */
  readonly migrations: readonly Migration[];
  /** Takes the bytes of a file; they come after all tables. */
  readonly takeFile: (path: string, bytes: AsyncIterable<Buffer>) => Promise<void>;
}

/** Rows by table, as the backup says and as they were loaded. */
export type Counts = ReadonlyMap<string, number>;

/** @throws a failure where the backup is damaged, or what was loaded is not what it says */
export async function loadDatabase({ client, backup, migrations, takeFile }: Loading): Promise<Counts> {
  const { header } = backup;
  await removeWhatIsThere(client);
  await makeSchema(client, migrations);
  const putBack = await openForLoading(client);
  await makeJobTable(client);
  const counts = new Map<string, number>();
  const wanted = new Map(header.tables.map((table) => [nameInSql(table), table]));
  for await (const one of backup.sections) {
    if (one.section.kind === 'file') {
      await takeFile(one.section.path, one.bytes);
      continue;
    }
    const table = one.section.kind === 'table' ? wanted.get(nameInSql(one.section)) : null;
    if (table === undefined) throw changedIn('its list of tables');
    if (table !== null) wanted.delete(nameInSql(table));
    await load(client, one, table);
    if (table !== null) counts.set(nameInSql(table), one.end().rows);
  }
  backup.footer();
  if (wanted.size > 0) throw changedIn('its list of tables');
  await putBack();
  await enqueueRestored(client);
  await compareHeads(client, header);
  return counts;
}

/** Ours only: the two schemas and our own tables of `public`. The queue keeps its tables; its jobs are replaced later. */
async function removeWhatIsThere(client: pg.ClientBase): Promise<void> {
  await client.query('drop schema if exists sign_in cascade');
  await client.query('drop schema if exists app cascade');
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'usage')`,
  );
  if (rows.length > 0) await client.query(`drop table ${rows.map(({ name }) => name).join(', ')} cascade`);
}

async function makeSchema(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query('set local search_path = public');
  await client.query(MIGRATION_TABLE);
  for (const { name, sql, sha256 } of migrations) {
    await client.query(sql);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256]);
  }
}

/**
 * Empties the tables, and lays foreign keys, triggers and forced row policies aside, so that rows go in quickly and in
 * any order. (No superuser is needed for this: the tables are ours.)
 * @returns puts all of it back; every foreign key is then checked against every row
 */
async function openForLoading(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: tables } = await client.query<{ name: string; forced: boolean; triggers: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as forced,
            exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'sign_in') and c.relkind = 'r' and c.relname <> 'schema_migration'`,
  );
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as "table", format('%I', k.conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'sign_in') order by 1, 2`,
  );
  const alter = (lines: readonly string[]) => client.query(lines.map((line) => `alter table ${line};`).join('\n'));
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
  await alter([
    ...keys.map(({ table, name }) => `${table} drop constraint ${name}`),
    ...tables.filter(({ forced }) => forced).map(({ name }) => `${name} no force row level security`),
    ...tables.filter(({ triggers }) => triggers).map(({ name }) => `${name} disable trigger user`),
  ]);
  return async () => {
    await alter([
      ...tables.filter(({ triggers }) => triggers).map(({ name }) => `${name} enable trigger user`),
      ...keys.map(({ table, name, definition }) => `${table} add constraint ${name} ${definition}`),
      ...tables.filter(({ forced }) => forced).map(({ name }) => `${name} force row level security`),
    ]);
  };
}

/** @param table null for the jobs */
async function load(client: pg.ClientBase, one: OpenSection, table: TableInBackup | null): Promise<void> {
  const [into, frozen] = table === null ? [JOB_TABLE, ''] : [withColumns(table), ', freeze'];
  const stream = client.query(copyFrom(`copy ${into} from stdin (format binary${frozen})`));
  await pipeline(Readable.from(one.bytes, { objectMode: true, highWaterMark: 1 }), stream);
  const { rows } = one.end();
  if (stream.rowCount !== rows) throw changedIn(sectionInWords(one.section));
}

async function compareHeads(client: pg.ClientBase, { heads }: BackupHeader): Promise<void> {
  const { rows } = await client.query<{ line: string }>(
    `select distinct on (scope_id) scope_id || ' ' || n || ' ' || sha256 as line from seal order by scope_id, n desc`,
  );
  const wanted = heads.map(({ scopeId, n, sha256 }) => `${scopeId} ${n} ${sha256}`);
  if (JSON.stringify(rows.map(({ line }) => line).toSorted()) === JSON.stringify(wanted.toSorted())) return;
  throw fail.invalid({
    code: 'ledger-differs',
    message: 'The ledger in this backup does not end with the seals that its header names.',
    remedy: 'Nothing was restored. Take another backup.',
  });
}

/** Every table that a backup of this database would hold, counted. */
export async function countTables(client: pg.ClientBase): Promise<Counts> {
  const counts = new Map<string, number>();
  for (const table of await tablesToBackUp(client)) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${nameInSql(table)}`);
    counts.set(nameInSql(table), Number(rows[0]!.n));
  }
  return counts;
}
