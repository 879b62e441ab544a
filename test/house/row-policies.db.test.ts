// No row of one school is seen or changed from another, and none by nobody: held against every table there is.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { insert, oneRowEach, tablesOf, type FilledTable } from './one-row-each.ts';

/** Tables that not even their own school may touch. */
const OWNER_ONLY = ['call_count', 'running_process', 'signing_key'];
/** What somebody who is not signed in may read, of the one school whose page it is. */
const PUBLIC_TABLES = [
  'account',
  'media',
  'noticeboard_item',
  'platform',
  'policy_version',
  'policy_withdrawal',
  'school',
  'trust_policy_version',
];
/** Unique everywhere on purpose: public addresses, and digests of secrets that are looked up before the school is known. */
const UNIQUE_EVERYWHERE = [
  'school.slug',
  'invitation.token_sha256',
  'access_token.token_sha256',
  'calendar_feed.token_sha256',
];

const ours = randomUUID();
const theirs = randomUUID();
let database: TestDatabase;
let client: pg.Client;
let tables: FilledTable[];

beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client(database.owner);
  await client.connect();
  tables = await oneRowEach(client, ours);
  // Its school belongs to the trust, which has the same id here: both scopes are looked from at once.
  await client.query('update school set trust_id = id');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Runs as a role in a scope and undoes it; a refusal comes back as its SQLSTATE. */
async function as<T>(role: string, scopeId: string, doIt: () => Promise<T>): Promise<T | string> {
  await client.query('begin');
  try {
    await client.query(`set local role ${role}; set local app.school = '${scopeId}'`);
    return await doIt();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('rollback');
  }
}

const DENIED = '42501';
const countIn = async ({ name }: { name: string }): Promise<number> =>
  Number((await client.query<{ n: string }>(`select count(*) as n from public.${name}`)).rows[0]!.n);
const touched = async (sql: string): Promise<number> => (await client.query(sql)).rowCount ?? 0;

/** `table: what happened`, for each table where something other than the expected did. */
async function exceptions(
  expected: readonly unknown[],
  attempt: (table: FilledTable) => Promise<unknown>,
): Promise<string[]> {
  const odd: string[] = [];
  for (const table of tables) {
    const happened = await attempt(table);
    if (!expected.includes(happened)) odd.push(`${table.name}: ${String(happened)}`);
  }
  return odd;
}

describe('in every table', () => {
  it('forces row policies, with a scope or for the owner alone', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and relname <> 'schema_migration' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
    const unscoped = (await tablesOf(client)).filter(({ scopeColumn }) => scopeColumn === null);
    expect(
      unscoped.map(({ name }) => name),
      'Close it in its migration: select app.close(…)',
    ).toEqual(OWNER_ONLY);
  });

  it('shows a school its own rows', async () => {
    expect(tables.length).toBeGreaterThan(30);
    const shown = async (table: FilledTable) => ((await countIn(table)) > 0 ? 1 : 0);
    const denied = await exceptions([1], (table) => as('gatepost_app', ours, () => shown(table)));
    expect(denied).toEqual(OWNER_ONLY.map((name) => `${name}: ${DENIED}`));
  });

  it('shows another school nothing', async () => {
    expect(await exceptions([0, DENIED], (table) => as('gatepost_app', theirs, () => countIn(table)))).toEqual([]);
  });

  it('shows nothing without a scope', async () => {
    expect(await exceptions([0, DENIED], (table) => as('gatepost_app', '', () => countIn(table)))).toEqual([]);
  });

  it('takes no row for another school, nor for none', async () => {
    for (const scopeId of [theirs, '']) {
      const attempt = (table: FilledTable) => as('gatepost_app', scopeId, () => insert(client, table.name, table.row));
      expect(await exceptions([DENIED], attempt)).toEqual([]);
    }
  });

  it('lets no other school change or delete a row', async () => {
    const column = (table: FilledTable) => Object.keys(table.row)[0]!;
    const change = (table: FilledTable) =>
      as('gatepost_app', theirs, () => touched(`update public.${table.name} set ${column(table)} = ${column(table)}`));
    expect(await exceptions([0, DENIED], change)).toEqual([]);
    const remove = (table: FilledTable) =>
      as('gatepost_app', theirs, () => touched(`delete from public.${table.name}`));
    expect(await exceptions([0, DENIED], remove)).toEqual([]);
  });

  it('lets no row move to another school', async () => {
    const move = (table: FilledTable) =>
      as('gatepost_app', ours, () =>
        touched(`update public.${table.name} set ${table.scopeColumn ?? Object.keys(table.row)[0]} = '${theirs}'`),
      );
    expect(await exceptions([DENIED], move)).toEqual([]);
  });

  it('points at parents of the same school only', async () => {
    const { rows } = await client.query<{ line: string }>(
      `select format('%s.%s', k.conrelid::regclass, k.conname) as line from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace
          and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'school_id' and not a.attisdropped)
          and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'school_id' and a.attnum = any(k.conkey))`,
    );
    expect(rows, 'Foreign keys ignore row policies: make it (school_id, …) references …(school_id, id).').toEqual([]);
  });

  it('carries the scope in every unique key', async () => {
    const { rows } = await client.query<{ table: string; columns: string[] }>(
      `select i.indrelid::regclass::text as table,
              (select array_agg(coalesce(a.attname::text, '(expression)') order by o) from unnest(i.indkey::int[]) with ordinality k(n, o)
                 left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n and k.n > 0) as columns
         from pg_index i join pg_class c on c.oid = i.indrelid
        where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`,
    );
    const scopeOf = new Map(tables.map(({ name, scopeColumn }) => [name, scopeColumn]));
    const bare = rows
      .filter(({ table, columns }) => scopeOf.get(table) !== null && !columns.includes(scopeOf.get(table)!))
      .map(({ table, columns }) => `${table}.${columns.join(',')}`);
    expect(bare.sort()).toEqual(UNIQUE_EVERYWHERE.toSorted());
  });
});

describe('a visitor', () => {
  it('reads what is published, of one school at a time, and nothing else', async () => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select table_name as table, min(column_name) as column from information_schema.column_privileges
        where grantee = 'gatepost_visitor' and table_schema = 'public' group by table_name order by table_name`,
    );
    expect(rows.map(({ table }) => table)).toEqual(PUBLIC_TABLES);
    for (const { table, column } of rows) {
      const count = () => client.query(`select ${column} from public.${table}`).then(({ rowCount }) => rowCount);
      // A picture is public only while a notice shows it: tried below.
      expect(await as('gatepost_visitor', ours, count), table).toBe(table === 'media' ? 0 : 1);
      expect(await as('gatepost_visitor', theirs, count), table).toBe(0);
      expect(await as('gatepost_visitor', '', count), table).toBe(0);
    }
    const others = tables.filter(({ name }) => !PUBLIC_TABLES.includes(name));
    const seen = await exceptions([DENIED], async (table) =>
      others.includes(table) ? as('gatepost_visitor', ours, () => countIn(table)) : DENIED,
    );
    expect(seen).toEqual([]);
  });

  it('sees a picture while a notice shows it, and no longer', async () => {
    const { id } = tables.find(({ name }) => name === 'media')!.row;
    const shown = () => client.query('select id from media').then(({ rowCount }) => rowCount);
    await client.query(
      'update noticeboard_item set pictures = jsonb_build_array(jsonb_build_object($1::text, $2::text))',
      ['mediaId', id],
    );
    expect(await as('gatepost_visitor', ours, shown)).toBe(1);
    expect(await as('gatepost_visitor', theirs, shown)).toBe(0);
    await client.query('update media set quarantined_at = now()');
    expect(await as('gatepost_visitor', ours, shown)).toBe(0);
    await client.query('update media set quarantined_at = null');
    await client.query('update noticeboard_item set removed_at = now()');
    expect(await as('gatepost_visitor', ours, shown)).toBe(0);
  });

  it('sees only the columns meant for it', async () => {
    expect(await as('gatepost_visitor', ours, () => client.query('select email, telephone, hours from school'))).toBe(
      DENIED,
    );
    expect(await as('gatepost_visitor', ours, () => client.query('select delivery_id from noticeboard_item'))).toBe(
      DENIED,
    );
  });

  it('writes nothing', async () => {
    const attempt = (table: FilledTable) => as('gatepost_visitor', ours, () => insert(client, table.name, table.row));
    expect(await exceptions([DENIED], attempt)).toEqual([]);
    const remove = (table: FilledTable) =>
      as('gatepost_visitor', ours, () => touched(`delete from public.${table.name}`));
    expect(await exceptions([DENIED], remove)).toEqual([]);
  });
});

describe('the schemas beside ours', () => {
  const mayEnter = async (role: string, schema: string): Promise<boolean> =>
    (await client.query<{ may: boolean }>('select has_schema_privilege($1, $2, $3) as may', [role, schema, 'usage']))
      .rows[0]!.may;

  it('lets nobody but sign-in see logins: the named exception to row policies', async () => {
    expect(await mayEnter('gatepost_sign_in', 'sign_in')).toBe(true);
    expect(await mayEnter('gatepost_app', 'sign_in')).toBe(false);
    expect(await mayEnter('gatepost_visitor', 'sign_in')).toBe(false);
  });

  it('lets sign-in see no school', async () => {
    const attempt = (table: FilledTable) => as('gatepost_sign_in', ours, () => countIn(table));
    expect(await exceptions([DENIED], attempt)).toEqual([]);
  });

  it('lets no action reach the job runner’s own tables', async () => {
    expect(await mayEnter('gatepost_app', 'graphile_worker')).toBe(false);
    expect(await mayEnter('gatepost_visitor', 'graphile_worker')).toBe(false);
  });
});
