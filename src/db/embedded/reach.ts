// Knocks at the database: is it there, ready, and does it take our password? Makes the `gatepost` database on the first knock.
import pg from 'pg';
import type { Address } from './address.ts';
import { codeOf } from './trouble.ts';

export interface OwnerConnection {
  readonly host: string;
  readonly port: number;
  readonly user: 'gatepost_owner';
  readonly password: string;
  readonly database: 'gatepost';
}

export type Answer = 'ready' | 'not yet' | 'wrong password';

export const OWNER = 'gatepost_owner';
const DATABASE = 'gatepost';
const NOT_YET = new Set([
  '57P03',
  '57P01',
  '57P02',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'EAGAIN',
]);

export function ownerConnection(address: Address, password: string): OwnerConnection {
  return { host: address.host, port: address.port, user: OWNER, password, database: DATABASE };
}

export async function knock(connection: OwnerConnection): Promise<Answer> {
  try {
    await withClient(connection, async () => undefined);
    return 'ready';
  } catch (error) {
    const code = codeOf(error);
    if (code === '28P01') return 'wrong password';
    if (code === '3D000') return createDatabase(connection);
    if (isNotYet(error)) return 'not yet';
    throw error;
  }
}

async function createDatabase(connection: OwnerConnection): Promise<Answer> {
  try {
    await withClient({ ...connection, database: 'postgres' }, (client) => client.query(`create database ${DATABASE}`));
    return 'ready';
  } catch (error) {
    if (codeOf(error) === '42P04') return 'ready'; // somebody else did it meanwhile
    if (isNotYet(error)) return 'not yet';
    throw error;
  }
}

function isNotYet(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return NOT_YET.has(code);
  return error instanceof Error && error.message.includes('Connection terminated'); // pg gives this one no code
}

async function withClient(config: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000, application_name: 'gatepost start' });
  client.on('error', () => undefined); // the query that was cut off reports it
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Holds one idle connection; calls `lost` once, when the server goes. */
export async function watchServer(connection: OwnerConnection, lost: () => void): Promise<{ end(): Promise<void> }> {
  const client = new pg.Client({ ...connection, application_name: 'gatepost watch', keepAlive: true });
  let ended = false;
  const tell = () => {
    if (!ended) lost();
    ended = true;
  };
  client.on('error', tell);
  client.on('end', tell);
  await client.connect();
  return {
    end: async () => {
      ended = true;
      await client.end().catch(() => undefined);
    },
  };
}
