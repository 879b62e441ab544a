// Migrations: once, in order, by one process at a time, and never on a database that this program does not know.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { migrate, readMigrations } from './migrate.ts';

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
const NAMES = readMigrations().map(({ name }) => name);

test('they are numbered without a gap, and each is remembered by its digest', async () => {
  expect(NAMES.map((name) => Number(name.slice(0, 4)))).toEqual(NAMES.map((_, i) => i + 1));
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration order by name',
  );
  expect(rows).toEqual(readMigrations().map(({ name, sha256 }) => ({ name, sha256 })));
});

test('run again they do nothing', async () => {
  expect(await migrate(database.owner)).toEqual([]);
});

test('two that start at once on an empty database: one does it all, the other finds it done', async () => {
  const name = `gatepost_test_${randomBytes(6).toString('hex')}`;
  await client.query(`create database ${name}`);
  try {
    const fresh = { ...database.owner, database: name };
    const ran = await Promise.all([migrate(fresh), migrate(fresh)]);
    expect(ran.map((names) => names.length).toSorted((a, b) => a - b)).toEqual([0, NAMES.length]);
    expect(ran.flat()).toEqual(NAMES);
  } finally {
    await client.query(`drop database ${name} with (force)`);
  }
});

test('a database of a newer Gatepost is left alone, and so is one whose migration was changed', async () => {
  await client.query(`insert into schema_migration (name, sha256) values ('9999-later.sql', 'x')`);
  await expect(migrate(database.owner)).rejects.toThrow(/newer Gatepost \(it knows 9999-later\.sql\)/);
  await client.query(`delete from schema_migration where name = '9999-later.sql'`);
  await client.query(`update schema_migration set sha256 = 'x' where name = $1`, [NAMES[0]]);
  await expect(migrate(database.owner)).rejects.toThrow(/was changed after it ran/);
});
