// Comes to the database without changing anything: our own server is used where it runs, and else started for a moment.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#db/embedded/start.ts';
import type { Address } from '#db/pool.ts';
import { reveal } from '#kernel/secret.ts';
import type { Config } from '../config.ts';
import { ok, warn, wrong, wrongBy, type Finding } from './finding.ts';

export interface Reached {
  readonly finding: Finding;
  /** Null when it could not be reached. */
  readonly address: Address | null;
  close(): Promise<void>;
}

const ABOUT = 'Database';
const unreached = (finding: Finding): Reached => ({ finding, address: null, close: async () => {} });
const silent = { info: () => {}, warn: () => {}, error: () => {} };

export async function reachDatabase(config: Config, patienceMs: number): Promise<Reached> {
  if (config.databaseUrl === null) return reachBuiltIn(config);
  const address = { connectionString: reveal(config.databaseUrl) };
  try {
    const client = new pg.Client({ ...address, connectionTimeoutMillis: patienceMs });
    client.on('error', () => {});
    await client.connect();
    const words = await versionOf(client);
    await client.end();
    return { finding: ok(ABOUT, `${words}, by DATABASE_URL.`), address, close: async () => {} };
  } catch (error) {
    return unreached(meaningOf(error as NodeJS.ErrnoException, partsOf(address.connectionString)));
  }
}

async function reachBuiltIn({ dataDir, osUser }: Config): Promise<Reached> {
  if (!existsSync(join(dataDir, 'postgres'))) {
    return unreached(warn(ABOUT, 'There is none in the data folder yet.', 'The first start makes it. If there should be one already, GATEPOST_DATA names the wrong folder.')); // prettier-ignore
  }
  try {
    const embedded = await startEmbedded({ dataDir, log: silent, reserveBytes: 0, ...(osUser === null ? {} : { osUser }) }); // prettier-ignore
    const address = embedded.ownerConnection;
    const client = new pg.Client(address);
    await client.connect();
    const words = await versionOf(client);
    await client.end();
    return { finding: ok(ABOUT, `${words}, built in.`), address, close: () => embedded.stop() };
  } catch (error) {
    return unreached(wrongBy(ABOUT, error));
  }
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ words: string }>(`select current_setting('server_version') as words`);
  return `PostgreSQL ${rows[0]!.words}`;
}

/** By way of a socket (`postgresql://user@/name?host=/run/postgresql`) it names no host, which only PostgreSQL allows. */
const partsOf = (url: string): URL => new URL(URL.canParse(url) ? url : url.replace(/(@|:\/\/)(?=\/)/, '$1localhost'));

/** Never the password: of the address only host, port, user and database are named. */
function meaningOf(error: NodeJS.ErrnoException, { hostname, port, username, pathname, searchParams }: URL): Finding {
  const at = `${hostname || 'this machine'}:${port || '5432'}`;
  const user = decodeURIComponent(username);
  const name = decodeURIComponent(pathname.slice(1));
  const { code = '', message } = error;
  if (code === '28P01') return wrong(ABOUT, `The server at ${at} refuses the password of ${user}.`, 'Put the password in DATABASE_URL right (a character such as @ or / stands there as %40 or %2F), or set it anew: ALTER ROLE … PASSWORD …;'); // prettier-ignore
  if (code === '28000') return wrong(ABOUT, `The server at ${at} does not let ${user} in from here: ${message}.`, 'Add a line for this machine to its pg_hba.conf, or put the user in DATABASE_URL right.'); // prettier-ignore
  if (code === '3D000') return wrong(ABOUT, `The server at ${at} has no database called ${name}.`, `Make it: CREATE DATABASE "${name}" OWNER "${user}";`); // prettier-ignore
  if (code === '53300') return wrong(ABOUT, `The server at ${at} has no connection left.`, 'Gatepost takes up to 30 a process: raise max_connections, or end what holds them.'); // prettier-ignore
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return wrong(ABOUT, `There is no machine called ${hostname}.`, 'Put the name in DATABASE_URL right.'); // prettier-ignore
  if (code === 'ECONNREFUSED') return wrong(ABOUT, `Nothing answers at ${at}.`, 'Start PostgreSQL there, and see that it listens on that address (listen_addresses) and port.'); // prettier-ignore
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(`${code} ${message}`)) return wrong(ABOUT, `${at} does not answer in time.`, 'See that the machine runs, and that no firewall stands between.'); // prettier-ignore
  if (/certificate|self.signed/i.test(message)) return wrong(ABOUT, `The certificate of ${at} is not trusted: ${message}.`, 'Name its authority in DATABASE_URL: sslmode=verify-full&sslrootcert=/path/to/ca.crt, and use the name that stands in the certificate.'); // prettier-ignore
  if (/does not support SSL/i.test(message)) return wrong(ABOUT, `${at} speaks no TLS, and sslmode=${searchParams.get('sslmode') ?? ''} asks for it.`, 'Switch ssl on there, or leave sslmode out where the way between is yours alone.'); // prettier-ignore
  return wrong(ABOUT, `${at} does not let us in: ${message}.`, 'Try the same address with psql; what it says comes from the server.'); // prettier-ignore
}
