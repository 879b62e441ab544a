// From every earlier schema to the newest, with a row in every table: nothing is lost, schools stay apart, a backup is made before.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeAppLock } from '#db/embedded/app-lock.ts';
import { guardFindings } from '#db/guard.ts';
import { migrate, readMigrations } from '#db/migrate.ts';
import { systemClock } from '#kernel/clock.ts';
import { insert, oneRowEach, tablesOf } from '#test/house/one-row-each.ts';
import { openGround } from '../ground.ts';
import { recipientFrom } from './age/keys.ts';
import { countTables } from './load-database.ts';
import { makeBackup } from './make-backup.ts';
import { migrationsOf } from './which-schema.ts';
import { restore } from './restore.ts';
import { newSheet, openPlace, quiet, type Place } from './trial.ts';

const ALL = readMigrations();
/** Tables whose rows a later migration moved to another. */
const MOVED = ['"public"."school_closure"', '"public"."school_term"'];
/** Grows from schema to schema, and is copied at each. */
let growing: Place;
let place: Place;
let other: Place;
beforeAll(async () => {
  growing = await openPlace();
});
afterAll(() => growing.drop());
beforeEach(async () => {
  other = await openPlace();
});
afterEach(async () => {
  await place.drop();
  await other.drop();
});

async function withClient<T>({ address }: Place, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The database as it was at that schema, with one invented row in every table there was. */
async function asOf(count: number): Promise<ReadonlyMap<string, number>> {
  await migrate(growing.address, { migrations: ALL.slice(0, count) });
  place = await openPlace(growing.database);
  return withClient(place, async (client) => {
    await oneRowEach(client, randomUUID());
    // What is invented here would be no ledger and no key.
    for (const table of ['entry_detail', 'entry_subject', 'entry_pending', 'seal', 'entry', 'signing_key'])
      await client.query(`delete from ${table}`);
    return countTables(client);
  });
}

describe.each(ALL.slice(0, -1).map(({ name }, i) => [name, i + 1] as const))('from %s', (_, count) => {
  it('everything arrives at the newest schema, in place and by way of a backup', async () => {
    const before = await asOf(count);
    expect([...before.values()].filter((rows) => rows === 1).length).toBeGreaterThan(5);
    const { sheet, to } = newSheet();
    const { path } = await makeBackup({
      address: place.address,
      files: null,
      lock: { kind: 'age', recipients: [recipientFrom(to)] },
      now: systemClock.now().toString(),
      version: '0.0.0',
      path: () => join(place.config.dataDir, 'old.backup.age'),
    });
    await restore({
      config: other.config,
      log: quiet,
      path,
      sheet,
      replace: false,
      withoutBackup: false,
      typed: async () => '',
      progress: () => {},
    });
    expect(await migrate(place.address)).toHaveLength(ALL.length - count);
    for (const at of [place, other]) {
      expect(await guardFindings(at.address)).toEqual([]);
      const after = await withClient(at, countTables);
      for (const [table, rows] of before)
        if (!MOVED.includes(table)) expect(`${table}: ${after.get(table)}`).toBe(`${table}: ${rows}`);
      expect(await at.sql('select name from schema_migration order by name')).toEqual(
        ALL.map(({ name }) => ({ name })),
      );
    }
    // Every table still takes a row.
    await withClient(place, async (client) => {
      expect((await tablesOf(client)).length).toBeGreaterThan(20);
      await insert(client, 'trust', { id: randomUUID(), name: 'Invented Trust', created_at: '2026-11-20T09:00:00Z' });
    });
  }, 60_000);
});

it('a database that holds a school is backed up before it is upgraded; the last three stay', async () => {
  await asOf(ALL.length - 1);
  await place.sql('delete from running_process');
  const folder = join(place.config.dataDir, 'before-upgrade');
  await mkdir(folder);
  for (const year of [2020, 2021, 2022])
    await writeFile(join(folder, `gatepost-0000000a-${year}0101T000000Z-before-0001.backup.sealed`), 'old');
  const ground = await openGround(place.config, quiet);
  await ground.close();
  const kept = await readdir(folder);
  expect(kept).toHaveLength(3);
  expect(
    kept.filter((name) => /before-\d{4}\.backup\.sealed$/.test(name) && !/-202[0-2]0101T/.test(name)),
  ).toHaveLength(1);
  await (await openGround(place.config, quiet)).close();
  expect(await readdir(folder)).toEqual(kept);
});

it('is not upgraded when that backup cannot be made, unless somebody says so', async () => {
  await asOf(ALL.length - 1);
  await place.sql('delete from running_process');
  const folder = join(place.config.dataDir, 'before-upgrade');
  await writeFile(folder, 'a file where the folder should be');
  await expect(openGround(place.config, quiet)).rejects.toMatchObject({
    code: 'no-backup-before-upgrade',
    remedy: expect.stringContaining('gatepost migrate --without-backup'),
  });
  expect(await place.sql('select from schema_migration')).toHaveLength(ALL.length - 1);
  await (await openGround(place.config, quiet, { withoutBackup: true })).close();
  expect(await place.sql('select from schema_migration')).toHaveLength(ALL.length);
  await rm(folder);
});

it('is not upgraded beneath a Gatepost that runs, by its lock or its heartbeat, unless somebody says so', async () => {
  await asOf(ALL.length - 1);
  const refused = { code: 'another-runs', remedy: expect.stringContaining('gatepost migrate') };
  const seen = (at: Temporal.Instant) => place.sql('update running_process set seen_at = $1', [at.toString()]);
  const now = systemClock.now();
  await seen(now.subtract({ minutes: 1 }));
  await expect(openGround(place.config, quiet)).rejects.toMatchObject(refused);
  await seen(now.subtract({ hours: 1 }));
  const lock = await takeAppLock(place.config.dataDir, () => ({ pid: process.pid + 1, since: now.toString() }));
  await expect(openGround(place.config, quiet)).rejects.toMatchObject(refused);
  expect(await place.sql('select from schema_migration')).toHaveLength(ALL.length - 1);
  await (await openGround(place.config, quiet, { beneathAnother: true })).close();
  expect(await place.sql('select from schema_migration')).toHaveLength(ALL.length);
  await (await openGround(place.config, quiet)).close();
  await lock.release();
});

it('refuses a backup whose migrations are newer than, or other than, its own', () => {
  const schema = ALL.map(({ name, sha256 }) => ({ name, sha256 }));
  expect(migrationsOf({ schema, gatepost: '0.1.0' })).toEqual(ALL);
  const newer = [...schema, { name: '9999-later.sql', sha256: '0'.repeat(64) }];
  expect(() => migrationsOf({ schema: newer, gatepost: '9.0.0' })).toThrow(
    /newer Gatepost \(9\.0\.0; it knows 9999-later\.sql\)/,
  );
  const odd = schema.map((one, i) => (i === 0 ? { ...one, sha256: '0'.repeat(64) } : one));
  expect(() => migrationsOf({ schema: odd, gatepost: '0.1.0' })).toThrow(/differs from ours/);
});
