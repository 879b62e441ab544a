// The database that a backup is to be restored into: is anything in it, whose is it, and is somebody using it?
import type pg from 'pg';
import type { Address } from '#db/pool.ts';
import { fail } from '#kernel/errors.ts';

export interface Occupied {
  readonly installationId: string;
  /** Of the school it was set up with. */
  readonly name: string;
}

/** @returns null where nothing would be lost. @throws when other programs' tables lie there, or somebody is connected */
export async function lookAtTarget(client: pg.ClientBase): Promise<Occupied | null> {
  await refuseCompany(client);
  const { rows } = await client.query<{ tables: number; is_ours: boolean }>(
    `select (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as tables,
            to_regclass('public.schema_migration') is not null as is_ours`,
  );
  const { tables, is_ours: isOurs } = rows[0]!;
  if (tables === 0) return null;
  if (!isOurs) throw notOurs();
  const { rows: there } = await client.query<{ is_there: boolean }>(
    `select to_regclass('public.school') is not null as is_there`,
  );
  if (there[0]?.is_there !== true) return null;
  const { rows: schools } = await client.query<Occupied>(
    `select i.id as "installationId", s.name from school s cross join installation i
      order by s.id = i.first_school_id desc, s.created_at limit 1`,
  );
  return schools[0] ?? null;
}

async function refuseCompany(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ who: string | null; n: number }>(
    `select count(*)::int as n, string_agg(distinct nullif(application_name, ''), ', ') as who from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  const { n, who } = rows[0]!;
  if (n === 0) return;
  throw fail.conflict({
    code: 'database-in-use',
    message: `This database is in use: ${n} ${n === 1 ? 'connection' : 'connections'}${who === null ? '' : ` (${who})`}.`,
    remedy: 'Stop every Gatepost that uses it, pages and jobs, then restore again. Nothing was changed.',
  });
}

const notOurs = () =>
  fail.conflict({
    code: 'database-not-ours',
    message: 'This database holds tables that are not Gatepost’s.',
    remedy: 'Restore into a database of its own. Nothing was changed.',
  });

/** The same server, another database on it. */
export function besides(address: Address, database: string): Address {
  if (address.connectionString === undefined) return { ...address, database };
  const url = new URL(address.connectionString);
  url.pathname = `/${database}`;
  return { ...address, connectionString: url.href };
}
