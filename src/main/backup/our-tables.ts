// Which tables are Gatepost's, what of them goes into a backup, and what is left out on purpose.
import type pg from 'pg';
import type { TableInBackup } from './container.ts';

/**
 * Never in a backup: whoever was signed in then must not be signed in again after a restore. What hangs on these by a
 * foreign key stays out with them. (`schema_migration` is in the header.)
 */
const LEFT_OUT = ['public.schema_migration', 'sign_in.session', 'sign_in.challenge'];

/** In the order of their names, with the columns that hold something of their own. */
export async function tablesToBackUp(client: pg.ClientBase): Promise<TableInBackup[]> {
  const { rows } = await client.query<TableInBackup & { oid: number }>(
    `select c.oid::int as oid, n.nspname::text as schema, c.relname::text as name,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'sign_in') and c.relkind = 'r' and c.relpersistence = 'p'
      order by n.nspname, c.relname`,
  );
  const { rows: keys } = await client.query<{ from: number; to: number }>(
    `select conrelid::int as "from", confrelid::int as "to" from pg_constraint where contype = 'f'`,
  );
  const out = new Set(
    rows.filter(({ schema, name }) => LEFT_OUT.includes(`${schema}.${name}`)).map((table) => table.oid),
  );
  for (let before = -1; before !== out.size;) {
    before = out.size;
    for (const { from, to } of keys) if (out.has(to)) out.add(from);
  }
  return rows.filter(({ oid }) => !out.has(oid)).map(({ schema, name, columns }) => ({ schema, name, columns }));
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const nameInSql = ({ schema, name }: Pick<TableInBackup, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`;

export const withColumns = (table: TableInBackup): string =>
  `${nameInSql(table)} (${table.columns.map(quoted).join(', ')})`;
