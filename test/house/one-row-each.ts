// Puts one row into every table, parents first, with values made from the catalogue: a new table needs no line here.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface Table {
  readonly name: string;
  /** The column that says whose row it is; null for tables closed to everyone but the owner. */
  readonly scopeColumn: string | null;
}

export interface FilledTable extends Table {
  readonly row: Readonly<Record<string, unknown>>;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  /** Of this column alone. */
  readonly checks: readonly string[];
}

interface ForeignKey {
  readonly from: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly targets: readonly string[];
}

/** Every table of ours, with the column its `scope` policy goes by. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; qual: string | null }>(
    `select c.relname as name, (select qual from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname = 'scope') as qual
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
      order by c.relname`,
  );
  return rows.map(({ name, qual }) => ({ name, scopeColumn: /^\((\w+) = /.exec(qual ?? '')?.[1] ?? null }));
}

/** @param client connected as the owner */
export async function oneRowEach(client: pg.Client, scopeId: string): Promise<FilledTable[]> {
  const tables = await tablesOf(client);
  const keys = await foreignKeys(client);
  const filled = new Map<string, FilledTable>();
  await withoutRules(client);
  const columns = Map.groupBy(await columnsOf(client), ({ table }) => table);
  await client.query('begin');
  await client.query('set constraints all deferred');
  for (const table of parentsFirst(tables, keys)) {
    const row: Record<string, unknown> = {};
    for (const column of columns.get(table.name)!) {
      if (column.isNeeded || column.name === table.scopeColumn) row[column.name] = valueFor(column);
    }
    if (table.scopeColumn !== null) row[table.scopeColumn] = scopeId;
    Object.assign(row, FITTING[table.name]);
    const pointedAt = new Set<string>();
    for (const key of keys.filter(({ from }) => from === table.name)) {
      const parent = filled.get(key.to)?.row;
      const again = parent && pointedAt.has(key.to) && (await mustDiffer(client, table.name));
      pointAtParent(row, key, again ? await siblingOf(client, key.to, parent) : parent);
      pointedAt.add(key.to);
    }
    await insert(client, table.name, row);
    filled.set(table.name, { ...table, row });
  }
  await client.query('commit');
  return [...filled.values()];
}

export async function insert(client: pg.Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row).map((name) => pg.escapeIdentifier(name));
  const places = names.map((_, i) => `$${i + 1}`);
  await client.query(
    `insert into ${pg.escapeIdentifier(table)} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}

/** What a row may hold is no matter of whose it is: rules between columns, or on how a text is written, would only be in the way. */
async function withoutRules(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) !~ '^CHECK \\(\\(\\w+ <> \\w+\\)\\)$'
        and (cardinality(conkey) > 1 or pg_get_constraintdef(oid) like '%~%')`,
  );
  await client.query(rows.map(({ sql }) => sql).join(';'));
}

function pointAtParent(
  row: Record<string, unknown>,
  key: ForeignKey,
  parent: Readonly<Record<string, unknown>> | undefined,
): void {
  if (!parent || !key.columns.some((name) => name in row)) return;
  // A key that may be empty stays empty unless all of it is needed.
  if (!key.columns.every((name) => name in row)) return;
  key.columns.forEach((name, i) => (row[name] = parent[key.targets[i]!]));
}

/** Has it two columns that must not be the same, such as a pupil and their carer? */
async function mustDiffer(client: pg.Client, table: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_constraint where contype = 'c' and conrelid = $1::regclass and cardinality(conkey) = 2
        and pg_get_constraintdef(oid) ~ '^CHECK \\(\\(\\w+ <> \\w+\\)\\)$'`,
    [table],
  );
  return (rowCount ?? 0) > 0;
}

/** A second row of the same parent table. */
async function siblingOf(
  client: pg.Client,
  table: string,
  first: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const second = { ...first, id: randomUUID() };
  await insert(client, table, second);
  return second;
}

async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select table_name as "table", column_name as name, data_type as type, is_nullable = 'NO' and column_default is null as "isNeeded",
            array(select pg_get_constraintdef(k.oid) from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
                   where k.contype = 'c' and k.conrelid = format('public.%I', table_name)::regclass and a.attname = column_name and cardinality(k.conkey) = 1) as checks
       from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  );
  return rows;
}

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const names = (columns: string, table: string) =>
    `(select array_agg(a.attname::text order by o) from unnest(${columns}) with ordinality k(n, o) join pg_attribute a on a.attrelid = ${table} and a.attnum = k.n)`;
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "from", ${names('conkey', 'conrelid')} as columns, confrelid::regclass::text as "to", ${names('confkey', 'confrelid')} as targets
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`,
  );
  return rows;
}

function parentsFirst(tables: readonly Table[], keys: readonly ForeignKey[]): Table[] {
  const order = new Map<string, Table>();
  const visit = (table: Table, above: readonly string[]): void => {
    if (order.has(table.name) || above.includes(table.name)) return;
    for (const { to } of keys.filter(({ from }) => from === table.name)) {
      const parent = tables.find(({ name }) => name === to);
      if (parent) visit(parent, [...above, table.name]);
    }
    order.set(table.name, table);
  };
  for (const table of tables) visit(table, []);
  return [...order.values()];
}

/** A value that the column takes: one of those its check names, else anything of its type. */
function valueFor({ table, name, type, checks }: Column): unknown {
  const named = checks.map((check) => /'([^']+)'::text/.exec(check)?.[1]).find((value) => value !== undefined);
  return named ?? OF_TYPE[type]?.() ?? fail(`No value for ${table}.${name} (${type}).`);
}

/** Where a rule holds between columns, and the first value that its check names would break it. */
const FITTING: Readonly<Record<string, object>> = {
  departure: { kind: 'afterwards' },
};

const OF_TYPE: Readonly<Record<string, () => unknown>> = {
  uuid: () => randomUUID(),
  text: () => `invented-${randomUUID()}`,
  'timestamp with time zone': () => '2026-11-20T09:00:00Z',
  date: () => '2026-11-20',
  integer: () => 1,
  bigint: () => 1,
  boolean: () => false,
  jsonb: () => '{}',
  bytea: () => Buffer.from('invented'),
  ARRAY: () => '{}',
};

function fail(message: string): never {
  throw new Error(`${message} Add its type to one-row-each.ts.`);
}
