// Backup and restore, locked and made smaller, against bare COPY of the same tables; their memory; and pages meanwhile.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate } from '#db/migrate.ts';
import type { Address } from '#db/pool.ts';
import { reveal } from '#kernel/secret.ts';
import { identityFrom, newIdentity } from '#main/backup/age/keys.ts';
import { ordered } from '#main/backup/apart.ts';
import type { TableInBackup } from '#main/backup/container.ts';
import { nameInSql, tablesToBackUp, withColumns } from '#main/backup/our-tables.ts';
import { besides } from '#main/backup/target.ts';
import { freshenPages } from '#main/build-pages.ts';
import { serve } from '#main/serve.ts';
import { ensureInstallation } from '#main/set-up.ts';
import { median, share, type Figure } from './figure.ts';
import { requestsPerSecond } from './stand/load.ts';
import { measureRestoring } from './stand/restoring.ts';
import { manyRows } from './stand/rows.ts';
import { openStand, savedPosts, type Stand } from './stand/school.ts';

const ROWS = 300_000;
const ROUNDS = 3;
const MEGABYTE = 1024 * 1024;
const MOST_MEMORY = 150;
const CONNECTIONS = 8;

export async function* figures(): AsyncGenerator<Figure> {
  const stand = await openStand(CONNECTIONS);
  try {
    process.stderr.write(`  writing ${ROWS * 2} rows …\n`);
    await ensureInstallation(stand.app);
    await savedPosts(stand, 60);
    await manyRows(stand, ROWS);
    yield* backupAndRestore(stand);
    yield* pagesMeanwhile(stand);
  } finally {
    await stand.close();
  }
}

const identity = newIdentity();
const orderFor = ({ address, dataDir, app }: Stand) => ({
  address,
  files: join(dataDir, 'files'),
  folder: join(dataDir, 'backups'),
  recipients: [identityFrom(identity).recipient.text],
  now: app.clock.now().toString(),
});

async function oneBackup(stand: Stand) {
  const from = performance.now();
  const answer = await ordered(orderFor(stand));
  const milliseconds = performance.now() - from;
  if (answer.outcome === 'failed') throw new Error(answer.problem);
  return { ...answer, milliseconds };
}

async function* backupAndRestore(stand: Stand): AsyncGenerator<Figure> {
  const { address, dataDir } = stand;
  const raw = join(dataDir, 'raw');
  await mkdir(raw);
  const tables = await withClient(address, tablesToBackUp);
  const size = await copyOut(address, tables, raw);
  const rounds: {
    copy: number;
    backup: number;
    copyIn: number;
    restore: number;
    memory: number;
    restoreMemory: number;
  }[] = [];
  // In turns, so that whatever else the machine does falls on each alike; the middle counts.
  for (let round = 0; round < ROUNDS; round += 1) {
    const copy = await copyToNothing(address, tables);
    const made = await oneBackup(stand);
    const copyIn = await inEmptyDatabase(address, async (empty) => {
      await migrate(empty);
      return copyBack(empty, tables, raw);
    });
    const restored = await inEmptyDatabase(address, (empty) =>
      measureRestoring({ path: made.file, address: empty, identity: reveal(identity) }),
    );
    rounds.push({
      copy,
      backup: made.milliseconds,
      copyIn,
      restore: restored.milliseconds,
      memory: (made.memory.most - made.memory.before) / MEGABYTE,
      restoreMemory: (restored.memory.most - restored.memory.before) / MEGABYTE,
    });
    process.stderr.write(`  ${made.rows} rows, ${Math.round(made.bytes / MEGABYTE)} MB locked\n`);
    await rm(made.file);
  }
  const rate = (milliseconds: number): string => `${Math.round(size / MEGABYTE / (milliseconds / 1_000))} MB a second`;
  const middle = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map(of));
  const [backup, restore] = [middle((one) => one.copy / one.backup), middle((one) => one.copyIn / one.restore)];
  yield {
    figure: `Backup, locked and read back (${rate(middle((one) => one.backup))})`,
    value: share(backup),
    goal: '≥ 40 %',
    met: backup >= 0.4,
    against: `bare COPY of the same tables to nowhere (${rate(middle((one) => one.copy))})`,
  };
  yield {
    figure: `Restore, with every key checked (${rate(middle((one) => one.restore))})`,
    value: share(restore),
    goal: '≥ 30 %',
    met: restore >= 0.3,
    against: `bare COPY of the same tables from files, nothing checked (${rate(middle((one) => one.copyIn))})`,
  };
  for (const [what, most] of [
    ['backup', Math.max(...rounds.map((one) => one.memory))],
    ['restore', Math.max(...rounds.map((one) => one.restoreMemory))],
  ] as const) {
    yield {
      figure: `Memory of a ${what} of ${Math.round(size / MEGABYTE)} MB`,
      value: `${Math.round(most)} MB`,
      goal: `≤ ${MOST_MEMORY} MB`,
      met: most <= MOST_MEMORY,
      against: 'the same process before it began',
    };
  }
}

/** @returns bytes, as COPY gives them */
async function copyOut(address: Address, tables: readonly TableInBackup[], folder: string): Promise<number> {
  await withClient(address, async (client) => {
    for (const table of tables) {
      const rows = client.query(copyTo(`copy ${withColumns(table)} to stdout (format binary)`));
      await pipeline(rows, createWriteStream(fileOf(folder, table)));
    }
  });
  const sizes = await Promise.all(tables.map((table) => stat(fileOf(folder, table))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

const copyToNothing = (address: Address, tables: readonly TableInBackup[]): Promise<number> =>
  withClient(address, async (client) => {
    const from = performance.now();
    for (const table of tables) {
      const nowhere = new Writable({ write: (_bytes, _encoding, done) => done() });
      await pipeline(client.query(copyTo(`copy ${withColumns(table)} to stdout (format binary)`)), nowhere);
    }
    return performance.now() - from;
  });

/** As quick as COPY can be: in one transaction, with nothing that looks at the rows but the indexes. */
const copyBack = (address: Address, tables: readonly TableInBackup[], folder: string): Promise<number> =>
  withClient(address, async (client) => {
    await client.query(`truncate ${tables.map(nameInSql).join(', ')} cascade`);
    await client.query('set session_replication_role = replica');
    const from = performance.now();
    await client.query('begin');
    for (const table of tables) {
      await pipeline(
        createReadStream(fileOf(folder, table), { highWaterMark: MEGABYTE }),
        client.query(copyFrom(`copy ${withColumns(table)} from stdin (format binary)`)),
      );
    }
    await client.query('commit');
    return performance.now() - from;
  });

const fileOf = (folder: string, { schema, name }: TableInBackup): string => join(folder, `${schema}.${name}`);

async function inEmptyDatabase<T>(address: Address, work: (empty: Address) => Promise<T>): Promise<T> {
  await withClient(address, (client) => client.query('create database bench_empty template template0'));
  try {
    return await work(besides(address, 'bench_empty'));
  } finally {
    await withClient(address, (client) => client.query('drop database bench_empty with (force)'));
  }
}

async function withClient<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const SECONDS = 4;

async function* pagesMeanwhile(stand: Stand): AsyncGenerator<Figure> {
  await freshenPages((line) => void process.stderr.write(`  ${line}\n`));
  const served = await serve(stand.app, { host: '127.0.0.1', port: 0 });
  const load = { port: served.port, cookie: stand.cookie, connections: CONNECTIONS, seconds: SECONDS, path: '/posts' };
  const rounds: { alone: number; meanwhile: number }[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const alone = await requestsPerSecond(load);
      let ended = false;
      const backups = (async () => {
        while (!ended) await rm((await oneBackup(stand)).file);
      })();
      const meanwhile = await requestsPerSecond(load);
      ended = true;
      await backups;
      rounds.push({ alone, meanwhile });
    }
  } finally {
    await served.close();
  }
  const ratio = median(rounds.map(({ alone, meanwhile }) => meanwhile / alone));
  yield {
    figure: `Pages while a backup runs (${Math.round(median(rounds.map((one) => one.meanwhile)))} a second)`,
    value: share(ratio),
    goal: '≥ 70 %',
    met: ratio >= 0.7,
    against: `the same page without one (${Math.round(median(rounds.map((one) => one.alone)))} a second)`,
  };
}
