// Connections: pipelined, with times as ISO text in UTC, and never crashing the process when the server goes away.
import pg from 'pg';

export interface Address {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly connectionString?: string;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

/** `2026-11-20 09:00:00.123+00` → `2026-11-20T09:00:00.123Z`. The session's zone is UTC. */
const isoInstant = (text: string): string => text.replace(' ', 'T').replace(/\+00$/, 'Z');

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return isoInstant;
    if (oid === DATE) return (text: string) => text;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
  },
} as pg.CustomTypesConfig;

/** What every connection starts with. The pool of actions starts in the one role that row policies bind. */
export const AS_OWNER = '-c TimeZone=UTC -c search_path=public';
export const AS_APP = `${AS_OWNER} -c role=gatepost_app`;

/** @param onError told of connections that die; requests see it as `unavailable` by themselves */
export function openPool(address: Address, options: string, max: number, onError: (error: Error) => void): pg.Pool {
  return watched(new pg.Pool({ ...address, ...LIMITS, options, max, types, pipeline: true } as pg.PoolConfig), onError);
}

/** For libraries that bring their own ideas of types and waiting: nothing pipelined, times as dates. */
export function openPlainPool(
  address: Address,
  options: string,
  max: number,
  onError: (error: Error) => void,
): pg.Pool {
  return watched(new pg.Pool({ ...address, ...LIMITS, options, max }), onError);
}

const LIMITS = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 };

function watched(pool: pg.Pool, onError: (error: Error) => void): pg.Pool {
  // A connection that dies while the pool is being closed is no news.
  const report = (error: Error) => void (pool.ending || onError(error));
  pool.on('error', report);
  pool.on('connect', (client) => void client.on('error', report));
  return pool;
}
