// The database as it is at one moment, read table by table while everybody goes on working.
import pg from 'pg';
import { to as copyTo, type CopyToStreamQuery } from 'pg-copy-streams';
import type { Address } from '#db/pool.ts';
import { fail } from '#kernel/errors.ts';
import { keyIdIn } from '#kernel/sealed-format.ts';
import type { BackupHeader, LedgerHead, TableInBackup } from './container.ts';
import type { SectionToWrite } from './container-writer.ts';
import { JOBS_TO_BACK_UP } from './jobs.ts';
import { tablesToBackUp, withColumns } from './our-tables.ts';

/** Any number, the same everywhere: one backup of a database at a time. */
const LOCK = 7_304_017;
const READ_AHEAD = 256 * 1024;
/** Rows asked for at once when only ids are wanted. */
const PAGE = 1_000;

export interface Snapshot {
  readonly facts: Omit<BackupHeader, 'v' | 'gatepost' | 'createdAt' | 'withFiles'>;
  /** Each to be taken to its end before the next. */
  sections(): AsyncGenerator<SectionToWrite>;
  /** Where the pictures lie that the database speaks of, as of the same moment. */
  pictures(): AsyncGenerator<{ schoolId: string; address: string }>;
  close(): Promise<void>;
}

/** @throws when another backup is being made, or there is nothing of Gatepost in this database */
export async function openSnapshot(address: Address): Promise<Snapshot> {
  const client = new pg.Client({ ...address, application_name: 'gatepost backup' });
  client.on('error', () => {}); // the statement that was cut off tells it
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK]);
    if (rows[0]?.free !== true) throw anotherRuns();
    await client.query('begin isolation level repeatable read read only');
    const facts = await readFacts(client);
    return {
      facts,
      sections: () => sectionsOf(client, facts.tables),
      pictures: () => picturesIn(client, facts.tables),
      close: () => client.end().catch(() => {}), // breaks off what is under way
    };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function readFacts(client: pg.Client): Promise<Snapshot['facts']> {
  const { rows: there } = await client.query<{ is_ours: boolean }>(
    `select to_regclass('public.schema_migration') is not null and to_regclass('public.installation') is not null as is_ours`,
  );
  if (there[0]?.is_ours !== true) throw nothingThere();
  const one = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  const [installation] = await one<{ id: string }>('select id from installation');
  if (!installation) throw nothingThere();
  const heads = await one<{ scopeId: string; n: string; sha256: string }>(
    'select distinct on (scope_id) scope_id as "scopeId", n, sha256 from seal order by scope_id, n desc',
  );
  const boxes = await one<{ box: Buffer }>('select private_key_box as box from signing_key');
  const [server] = await one<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    installationId: installation.id,
    schools: (await one<{ name: string }>('select name from school order by created_at, id')).map(({ name }) => name),
    schema: await one('select name, sha256 from schema_migration order by name'),
    postgresql: server!.version,
    masterKeys: [...new Set(boxes.map(({ box }) => keyIdIn(box)))],
    tables: await tablesToBackUp(client),
    heads: heads.map((head): LedgerHead => ({ ...head, n: Number(head.n) })),
  };
}

async function* sectionsOf(client: pg.Client, tables: readonly TableInBackup[]): AsyncGenerator<SectionToWrite> {
  for (const table of tables) {
    const { schema, name } = table;
    yield { section: { kind: 'table', schema, name }, compress: true, ...copied(client, withColumns(table)) };
  }
  yield { section: { kind: 'jobs' }, compress: true, ...copied(client, `(${JOBS_TO_BACK_UP})`) };
}

function copied(client: pg.Client, what: string): Pick<SectionToWrite, 'bytes' | 'rows'> {
  const stream: CopyToStreamQuery = client.query(
    copyTo(`copy ${what} to stdout (format binary)`, { highWaterMark: READ_AHEAD } as never),
  );
  return {
    bytes: stream as AsyncIterable<Buffer>,
    async rows() {
      await client.query(''); // its answer comes behind the number of rows
      return stream.rowCount;
    },
  };
}

async function* picturesIn(
  client: pg.Client,
  tables: readonly TableInBackup[],
): AsyncGenerator<{ schoolId: string; address: string }> {
  if (!tables.some(({ name }) => name === 'media')) return; // a schema from before there were any
  await client.query(
    'declare pictures cursor for select school_id as "schoolId", unnest(array[address, thumbnail_address]) as address from media',
  );
  for (;;) {
    const { rows } = await client.query<{ schoolId: string; address: string }>(`fetch ${PAGE} from pictures`);
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

const anotherRuns = () =>
  fail.conflict({
    code: 'backup-running',
    message: 'Another backup of this database is being made just now.',
    remedy: 'Wait until it is done.',
  });

const nothingThere = () =>
  fail.conflict({
    code: 'nothing-to-back-up',
    message: 'There is nothing of Gatepost in this database yet.',
    remedy: 'Set up a school first.',
  });
