// `gatepost backup --check`: restores a backup into a database made for it, compares, verifies the ledger, drops it again.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Address } from '#db/pool.ts';
import { fail } from '#kernel/errors.ts';
import { verifyDatabase } from '../verify-ledger.ts';
import { countTables, loadDatabase } from './load-database.ts';
import { openBackup, type Openers } from './open-backup.ts';
import { queueIn } from './restore.ts';
import { besides } from './target.ts';
import { migrationsOf } from './which-schema.ts';

const SCRATCH = 'gatepost_check_';

/** @throws a failure that says what does not hold; nothing is left behind */
export async function tryBackup(path: string, openers: Openers, address: Address): Promise<void> {
  const database = `${SCRATCH}${randomBytes(6).toString('hex')}`;
  const scratch = besides(address, database);
  await withClient(address, async (client) => {
    await dropLeftOver(client);
    await client.query(`create database ${database} template template0`).catch((error: unknown) => {
      throw (error as { code?: string }).code === '42501' ? mayNotCreate() : error;
    });
  });
  try {
    await restoreAndCompare(path, openers, scratch);
  } finally {
    await withClient(address, (client) => client.query(`drop database if exists ${database} with (force)`));
  }
}

async function restoreAndCompare(path: string, openers: Openers, scratch: Address): Promise<void> {
  await queueIn(scratch);
  const backup = await openBackup(path, openers);
  try {
    const migrations = migrationsOf(backup.header);
    await withClient(scratch, async (client) => {
      await client.query('begin');
      const counts = await loadDatabase({ client, backup, migrations, takeFile });
      await client.query('commit');
      for (const [table, found] of await countTables(client)) {
        if (counts.get(table) !== found) throw differs(`${table} has ${found} rows, not ${counts.get(table) ?? 0}`);
      }
    });
    const heads = Object.fromEntries(backup.header.heads.map((head) => [head.scopeId, head]));
    const broken = (await verifyDatabase(scratch, heads, () => {})).find(({ verdict }) => !verdict.holds);
    if (broken) throw differs(`the ledger of ${broken.name} does not hold: ${broken.verdict.problems[0]?.words ?? ''}`);
  } finally {
    await backup.close();
  }
}

/** Read to its end, so that its digest is compared; it goes nowhere. */
async function takeFile(_path: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of bytes) void piece;
}

/** Of a check that was killed: nobody is connected to it any more. */
async function dropLeftOver(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database d where datname ~ '^${SCRATCH}[0-9a-f]{12}$' and pg_has_role(datdba, 'usage')
        and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
  );
  for (const { name } of rows) await client.query(`drop database if exists ${name}`);
}

async function withClient<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...address, application_name: 'gatepost backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const differs = (what: string) =>
  fail.conflict({
    code: 'backup-does-not-hold',
    message: `The backup was restored for a try, and is not what it should be: ${what}.`,
    remedy: 'Do not rely on it: make another one, and see that disk and memory of this machine are sound.',
  });

const mayNotCreate = () =>
  fail.conflict({
    code: 'no-scratch-database',
    message: 'To try a backup, Gatepost needs a database of its own for a moment, and may not make one on this server.',
    remedy:
      'Let its role make databases (ALTER ROLE … CREATEDB), or leave --check out and try the backup on another machine.',
  });
