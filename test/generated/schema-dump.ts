// The database's shape as SQL, read from its own catalogue in a fixed order: docs/reference/schema.sql.
import type pg from 'pg';

interface Line {
  readonly of: string;
  readonly line: string;
}

const OURS = `('public', 'app', 'sign_in')`;
const ROLES = `('gatepost_app', 'gatepost_visitor', 'gatepost_sign_in')`;
const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${OURS} and c.relkind in ('r', 'p')`;
/** A table's name, as every line below is filed under it. */
const OF = `format('%s.%s', n.nspname, c.relname) collate "C" as of`;

/** Inside the brackets of `create table`. */
const COLUMNS = `
  select ${OF}, format('%s %s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
           case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from ${TABLES}
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   order by 1, a.attnum`;

const CONSTRAINTS = `
  select ${OF}, format('constraint %s %s', quote_ident(k.conname), pg_get_constraintdef(k.oid)) as line
    from ${TABLES} join pg_constraint k on k.conrelid = c.oid and k.contype <> 'n'
   order by 1, k.conname collate "C"`;

/** After `create table`, each a statement. */
const STATEMENTS = [
  `select ${OF}, pg_get_indexdef(i.indexrelid) as line
     from ${TABLES} join pg_index i on i.indrelid = c.oid join pg_class x on x.oid = i.indexrelid
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by 1, x.relname collate "C"`,
  `select ${OF}, format('alter table %s.%s %s row level security', n.nspname, c.relname, how) as line
     from ${TABLES} cross join lateral (values ('enable', c.relrowsecurity), ('force', c.relforcerowsecurity)) as v(how, is_on)
    where is_on order by 1, how`,
  `select ${OF}, format('create policy %s on %s.%s for %s to %s%s%s', p.policyname, n.nspname, c.relname, lower(p.cmd),
            case when p.policyname = 'house' then 'current_user' else array_to_string(p.roles, ', ') end,
            ' using (' || p.qual || ')', ' with check (' || p.with_check || ')') as line
     from ${TABLES} join pg_policies p on p.schemaname = n.nspname and p.tablename = c.relname
    order by 1, p.policyname collate "C"`,
  `select ${OF}, format('grant %s on %s.%s to %s', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type), n.nspname, c.relname, g.rolname) as line
     from ${TABLES} cross join lateral aclexplode(c.relacl) x join pg_roles g on g.oid = x.grantee and g.rolname in ${ROLES}
    group by n.nspname, c.relname, g.rolname order by 1, g.rolname collate "C"`,
  `select ${OF}, format('grant %s (%s) on %s.%s to %s', lower(x.privilege_type), string_agg(quote_ident(a.attname), ', ' order by a.attnum), n.nspname, c.relname, g.rolname) as line
     from ${TABLES} join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) x
     join pg_roles g on g.oid = x.grantee and g.rolname in ${ROLES}
    group by n.nspname, c.relname, g.rolname, x.privilege_type order by 1, g.rolname collate "C"`,
];

const FUNCTIONS = `
  select p.oid::regprocedure::text collate "C" as of, rtrim(pg_get_functiondef(p.oid)) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ${OURS}
   order by 1`;

/** Whom a function answers: everybody (a new function's default), or only those named. */
const CALLERS = `
  select p.oid::regprocedure::text collate "C" as of,
         format('grant execute on function %s to %s', p.oid::regprocedure, coalesce(g.rolname, 'public')) collate "C" as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname in ${OURS}
   cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
    left join pg_roles g on g.oid = x.grantee
   where x.grantee <> p.proowner
   order by 1, 2`;

/** @param client connected as the owner, with our migrations run */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const ask = async (query: string): Promise<Map<string, Line[]>> =>
    Map.groupBy((await client.query<Line>(query)).rows, (row) => row.of);
  const columns = await ask(COLUMNS);
  const constraints = await ask(CONSTRAINTS);
  const statements: Map<string, Line[]>[] = [];
  for (const query of STATEMENTS) statements.push(await ask(query));
  const functions = await ask(FUNCTIONS);
  const callers = await ask(CALLERS);
  const linesOf = (from: Map<string, Line[]>, name: string): string[] => (from.get(name) ?? []).map(({ line }) => line);

  const tables = [...columns.keys()].map((name) => {
    const inside = [...linesOf(columns, name), ...linesOf(constraints, name)].map((line) => `  ${line}`);
    const after = statements.flatMap((one) => linesOf(one, name)).map((line) => `${line};`);
    return [`create table ${name} (`, inside.join(',\n'), ');', ...after].join('\n');
  });
  const routines = [...functions.keys()].map((name) =>
    [...linesOf(functions, name), ...linesOf(callers, name)].map((line) => `${line};`).join('\n'),
  );
  const head =
    '-- Written by `npm run generate` from a database with all migrations run. Do not edit: add a migration.';
  return `${[head, ...tables, ...routines].join('\n\n')}\n`;
}
