// Numbered plain-SQL migrations, each in a transaction of its own, in order, once; what ran is remembered by its SHA-256.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { sha256 } from '#kernel/canonical.ts';
import type { Address } from './pool.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));
/** Any number, the same everywhere: two processes starting at once migrate one after the other. */
export const MIGRATION_LOCK = 7_304_001;

/** Where it stands which of them ran. */
export const MIGRATION_TABLE =
  'create table if not exists schema_migration (name text primary key, sha256 text not null, at timestamptz not null default now())';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export function readMigrations(folder: string = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}`, 'utf8');
      return { name, sql, sha256: sha256(sql) };
    });
}

export interface MigrateOptions {
  readonly log?: (line: string) => void;
  /** Those to bring it to; all that this program has, unless somebody wants an older schema. */
  readonly migrations?: readonly Migration[];
  /** Done once before the first migration of a database that had some already: the moment for a backup. */
  readonly before?: (first: string) => Promise<void>;
}

/**
 * Brings a database to this version's schema.
 * @returns names of the migrations that ran
 * @throws when the database is newer than this program, or a migration that ran was changed since
 */
export async function migrate(
  owner: Address,
  { log = () => {}, migrations: wanted = readMigrations(), before = async () => {} }: MigrateOptions = {},
): Promise<string[]> {
  const pool = new pg.Pool({ ...owner, max: 2 });
  pool.on('error', () => {});
  pool.on('connect', (one) => void one.on('error', () => {}));
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await makeQueue(pool);
    await client.query(MIGRATION_TABLE);
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration');
    refuseNewer(rows, wanted);
    const done = new Set(rows.map((row) => row.name));
    const ran: string[] = [];
    const waiting = wanted.filter(({ name }) => !done.has(name));
    if (done.size > 0 && waiting[0]) await before(waiting[0].name);
    for (const migration of waiting) {
      log(`Migrating: ${migration.name}`);
      await apply(client, migration);
      ran.push(migration.name);
    }
    return ran;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    client.release();
    await pool.end();
  }
}

/** The queue of jobs has a schema and migrations of its own. */
export const makeQueue = (owner: pg.Pool): Promise<void> => runMigrations({ pgPool: owner, logger: silent });

async function apply(client: pg.PoolClient, { name, sql, sha256: digest }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${name} failed: ${(error as Error).message}. The database is as it was before it.`, {
      cause: error,
    });
  }
}

function refuseNewer(ran: readonly { name: string; sha256: string }[], wanted: readonly Migration[]): void {
  const known = new Map(wanted.map((migration) => [migration.name, migration.sha256]));
  for (const row of ran) {
    const digest = known.get(row.name);
    if (digest === undefined) {
      throw new Error(
        `This database was written by a newer Gatepost (it knows ${row.name}). Install that version or newer, or restore an older backup.`,
      );
    }
    if (digest !== row.sha256) {
      throw new Error(
        `Migration ${row.name} was changed after it ran. Migrations are append-only: put the file back as it was.`,
      );
    }
  }
}

const silent = { scope: () => silent, error() {}, warn() {}, info() {}, debug() {} } as never;
