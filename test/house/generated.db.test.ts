// The schema and the table types in the repository are those that the migrations make.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { AS_OWNER, openPool } from '#db/pool.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { dumpSchema } from '#test/generated/schema-dump.ts';
import { tableTypes } from '#test/generated/table-types.ts';
import { root } from './source-files.ts';

let database: TestDatabase;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeAll(async () => {
  database = await openTestDatabase();
  pool = openPool(database.owner, AS_OWNER, 1, () => undefined);
  client = await pool.connect();
});
afterAll(async () => {
  client.release();
  await pool.end();
  await database.drop();
});

const inRepository = (path: string): string => readFileSync(join(root, path), 'utf8');

it('keeps docs/reference/schema.sql as the migrations make it', async () => {
  expect(await dumpSchema(client), 'Run: npm run generate').toBe(inRepository('docs/reference/schema.sql'));
});

it('keeps src/db/tables.gen.ts as the migrations make it', async () => {
  expect(await tableTypes(client), 'Run: npm run generate').toBe(inRepository('src/db/tables.gen.ts'));
});
