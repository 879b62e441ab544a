// The ground of all database tests: copies are apart from one another, and the app's role cannot step round row policies.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestConnection, type TestDatabase } from './open.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

async function ask(connection: TestConnection, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

const newTrust = `insert into trust (id, name, created_at) values (gen_random_uuid(), 'Invented Trust', now())`;

it('gives each its own copy of our tables', async () => {
  await ask(one.owner, newTrust);
  expect(await ask(one.owner, 'select name from trust')).toEqual([['Invented Trust']]);
  expect(await ask(other.owner, 'select name from trust')).toEqual([]);
});

it('lets the app’s role see nothing and add nothing outside a scope', async () => {
  expect(await ask(one.app, 'select current_user, rolbypassrls from pg_roles where rolname = current_user')).toEqual([
    ['gatepost_app', false],
  ]);
  expect(await ask(one.app, 'select name from trust')).toEqual([]);
  await expect(ask(one.app, newTrust)).rejects.toMatchObject({ code: '42501' });
});
