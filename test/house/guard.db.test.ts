// Gatepost does not start on a database where schools are not kept apart, and says what to do.
import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded/start.ts';
import { silent, trialFolder } from '#db/embedded/trial.ts';
import { guardFindings } from '#db/guard.ts';
import { migrate } from '#db/migrate.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client(database.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('finds nothing wrong with a fresh database', async () => {
  expect(await guardFindings(database.owner)).toEqual([]);
});

it('names a table that has lost its row policies, and the statement that mends it', async () => {
  await client.query('alter table post no force row level security');
  expect(await guardFindings(database.owner)).toEqual([expect.stringMatching(/table post .*FORCE ROW LEVEL SECURITY/)]);
  await client.query('alter table post force row level security');
  await client.query('create table left_open (id uuid primary key)');
  expect(await guardFindings(database.owner)).toEqual([expect.stringContaining('left_open')]);
  await client.query('drop table left_open');
});

it('names a role that steps round row policies', async () => {
  // Roles belong to the whole server, so this takes one of its own.
  const dataDir = trialFolder();
  const embedded = await startEmbedded({ dataDir, log: silent, reserveBytes: 0 });
  try {
    await migrate(embedded.ownerConnection);
    const own = new pg.Client(embedded.ownerConnection);
    await own.connect();
    await own.query('alter role gatepost_app bypassrls');
    await own.end();
    expect(await guardFindings(embedded.ownerConnection)).toEqual([
      expect.stringMatching(/gatepost_app may bypass row policies.*NOBYPASSRLS/),
    ]);
  } finally {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
