// What PostgreSQL says, told to a person: by the errors that it really throws.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { fail, isFailure } from '#kernel/errors.ts';
import { translated, uniqueKeyOf } from './failures.ts';

let database: TestDatabase;
let one: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
  one = await connected();
  await one.query('create table thing (id int primary key, n int not null)');
  await one.query('insert into thing values (1, 0), (2, 0)');
});
afterAll(async () => {
  await one.end();
  await database.drop();
});
async function connected(): Promise<pg.Client> {
  const client = new pg.Client(database.owner);
  client.on('error', () => {});
  await client.connect();
  return client;
}
async function thrownBy(doing: () => Promise<unknown>): Promise<unknown> {
  try {
    await doing();
  } catch (error) {
    return translated(error);
  }
  throw new Error('It was allowed.');
}

describe('the database is away', () => {
  test('a connection that was ended', async () => {
    const client = await connected();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await one.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    expect(await thrownBy(() => client.query('select 1'))).toMatchObject({
      kind: 'unavailable',
      code: 'database-away',
    });
    expect(await thrownBy(() => client.query('select 1'))).toMatchObject({ kind: 'unavailable' });
  });
  test('nobody listens there', async () => {
    const client = new pg.Client({ host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' });
    expect(await thrownBy(() => client.connect())).toMatchObject({ kind: 'unavailable', code: 'database-away' });
    const socket = new pg.Client({ host: '/nowhere/at/all', user: 'x', database: 'x' });
    expect(await thrownBy(() => socket.connect())).toMatchObject({ kind: 'unavailable', code: 'database-away' });
  });
});

test('a null character is a fault of the text', async () => {
  expect(await thrownBy(() => one.query('select $1::text', ['a\0b']))).toMatchObject({
    kind: 'invalid',
    code: 'unusable-characters',
  });
  expect(await thrownBy(() => one.query('select $1::jsonb', [JSON.stringify({ a: '\0' })]))).toMatchObject({
    kind: 'invalid',
    code: 'unusable-characters',
  });
});

test('two who lock each other out: one is asked to try again', async () => {
  const two = await connected();
  for (const client of [one, two]) await client.query('begin');
  await one.query('update thing set n = n + 1 where id = 1');
  await two.query('update thing set n = n + 1 where id = 2');
  const told = await Promise.allSettled([
    one.query('update thing set n = n + 1 where id = 2'),
    two.query('update thing set n = n + 1 where id = 1'),
  ]);
  const reasons = told.flatMap((each) => (each.status === 'rejected' ? [translated(each.reason)] : []));
  expect(reasons).toMatchObject([{ kind: 'conflict', code: 'try-again' }]);
  for (const client of [one, two]) await client.query('rollback');
  await two.end();
});

test('a full disk is named', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  expect(translated(full)).toMatchObject({ kind: 'unavailable', code: 'disk-full' });
});

test('which unique key stopped it; any other error comes back as it was, and a failure stays one', async () => {
  const twice = await one.query('insert into thing values (1, 0)').catch((error: unknown) => error);
  expect(uniqueKeyOf(twice)).toBe('thing_pkey');
  expect(uniqueKeyOf(new Error('x'))).toBeNull();
  expect(translated(twice)).toBe(twice);
  expect(isFailure(translated(twice))).toBe(false);
  const failure = fail.notFound('post');
  expect(translated(failure)).toBe(failure);
  expect(translated(undefined)).toBeUndefined();
});
