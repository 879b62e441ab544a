// The database's shape as text, read from its own catalogue in a fixed order: docs/reference/schema.sql.
import type pg from 'pg';

const OURS = `('public', 'app', 'sign_in')`;

/** Each part: a heading and a query that gives one line a row, in its order. */
const PARTS: readonly (readonly [heading: string, query: string])[] = [
  [
    'Tables and their columns',
    `select format('%s.%s: %s %s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
              case when a.attnotnull then ' not null' else '' end,
              coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname in ${OURS} and c.relkind in ('r', 'p')
      order by n.nspname collate "C", c.relname collate "C", a.attnum`,
  ],
  [
    'Constraints',
    `select format('%s.%s: %s %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
       from pg_constraint k
       join pg_class c on c.oid = k.conrelid
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${OURS} and k.contype <> 'n'
      order by n.nspname collate "C", c.relname collate "C", k.conname collate "C"`,
  ],
  [
    'Indexes',
    `select indexdef as line from pg_indexes where schemaname in ${OURS}
      order by schemaname collate "C", tablename collate "C", indexname collate "C"`,
  ],
  [
    'Row policies',
    `select format('%s.%s: %s for %s to %s using (%s) with check (%s)', schemaname, tablename, policyname, lower(cmd),
              case when policyname = 'house' then 'the owner' else array_to_string(roles, ', ') end, qual, with_check) as line
       from pg_policies where schemaname in ${OURS}
      order by schemaname collate "C", tablename collate "C", policyname collate "C"`,
  ],
  [
    'Grants on tables',
    `select format('%s.%s: %s to %s', table_schema, table_name, string_agg(lower(privilege_type), ', ' order by privilege_type), grantee) as line
       from information_schema.role_table_grants
      where table_schema in ${OURS} and grantee like 'gatepost\\_%' and grantee in ('gatepost_app', 'gatepost_visitor', 'gatepost_sign_in')
      group by table_schema, table_name, grantee
      order by table_schema collate "C", table_name collate "C", grantee collate "C"`,
  ],
  [
    'Columns that a visitor may read',
    `select format('%s.%s: %s', table_schema, table_name, string_agg(column_name, ', ' order by column_name)) as line
       from information_schema.column_privileges
      where table_schema in ${OURS} and grantee = 'gatepost_visitor' and privilege_type = 'SELECT'
      group by table_schema, table_name
      order by table_schema collate "C", table_name collate "C"`,
  ],
  [
    'Functions',
    `select format(E'%s\\n  for: %s', rtrim(pg_get_functiondef(p.oid)),
              coalesce((select string_agg(case when x.grantee = 0 then 'everyone' else g.rolname end, ', ' order by g.rolname)
                          from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x left join pg_roles g on g.oid = x.grantee
                         where x.grantee <> p.proowner), 'the owner')) as line
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ${OURS}
      order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,
  ],
];

/** @param client connected as the owner, with our migrations run */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const parts: string[] = [
    '-- Written by `npm run generate` from a database with all migrations run. Do not edit: add a migration.',
  ];
  for (const [heading, query] of PARTS) {
    const { rows } = await client.query<{ line: string }>(query);
    parts.push(`\n-- ${heading}\n`, ...rows.map(({ line }) => line));
  }
  return `${parts.join('\n')}\n`;
}
