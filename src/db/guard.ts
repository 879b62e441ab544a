// Before anything is served: the database must really keep schools apart.
import pg from 'pg';
import type { Address } from './pool.ts';

/** Tables that hold no row of any school or are closed to everyone but the owner. */
const OWNER_ONLY = ['schema_migration'];

/** @returns what is wrong, in words with the remedy; empty when all is well */
export async function guardFindings(owner: Address): Promise<string[]> {
  const client = new pg.Client({ ...owner });
  await client.connect();
  try {
    return [...(await bypassingRoles(client)), ...(await openTables(client)), ...(await oldServer(client))];
  } finally {
    await client.end();
  }
}

async function bypassingRoles(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname in ('gatepost_app', 'gatepost_visitor', 'gatepost_sign_in') and (rolsuper or rolbypassrls)`,
  );
  return rows.map(
    ({ rolname }) =>
      `The database role ${rolname} may bypass row policies, so schools would not be kept apart. Run: ALTER ROLE ${rolname} NOSUPERUSER NOBYPASSRLS;`,
  );
}

async function openTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and not (c.relname = any($1))`,
    [OWNER_ONLY],
  );
  return rows.map(
    ({ name }) =>
      `The table ${name} has no row policy. Run: ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;`,
  );
}

async function oldServer(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ v: number; words: string }>(
    `select current_setting('server_version_num')::int as v, current_setting('server_version') as words`,
  );
  return rows[0]!.v < 150000 ? [`PostgreSQL ${rows[0]!.words} is too old. Gatepost needs 15 or newer.`] : [];
}
