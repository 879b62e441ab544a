// Opens a database for use: pools, guard, signing key, sealer. What opens here closes here, in the right order.
import type pg from 'pg';
import type { Clock } from '#kernel/clock.ts';
import type { Keyring } from '#kernel/keyring.ts';
import type { Identity, Unit } from '#kernel/unit.ts';
import { guardFindings } from './guard.ts';
import { AS_APP, AS_OWNER, openPlainPool, openPool, type Address } from './pool.ts';
import { createSealer, type Head, type Sealer } from './sealer.ts';
import { openSigningKey } from './signing-key.ts';
import { begin } from './transaction.ts';

export interface Database {
  /** For the worker, sealing, verification, backup: sees all scopes. Actions never get it. */
  readonly owner: pg.Pool;
  /** For the job runner, which waits and listens in its own way. */
  readonly jobs: pg.Pool;
  /** Connections of actions; each statement runs inside `begin`. */
  readonly app: pg.Pool;
  readonly sealer: Sealer;
  begin(identity: Identity, mode: 'read' | 'write'): Promise<Unit>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly address: Address;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly connections?: number;
  readonly onHead: (head: Head) => void;
  readonly onError: (error: unknown) => void;
}

/** @throws an Error that lists every finding of the guard, with remedies */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const findings = await guardFindings(options.address);
  if (findings.length > 0) throw new Error(`The database is not safe to use:\n  ${findings.join('\n  ')}`);
  const owner = openPool(options.address, AS_OWNER, 6, options.onError);
  const app = openPool(options.address, AS_APP, options.connections ?? 12, options.onError);
  const jobs = openPlainPool(options.address, AS_OWNER, 7, options.onError);
  const key = await openSigningKey(owner, options.keyring, options.clock);
  const sealer = createSealer({
    pool: owner,
    key,
    clock: options.clock,
    onHead: options.onHead,
    onError: options.onError,
  });
  await sealer.start();
  return {
    owner,
    jobs,
    app,
    sealer,
    begin: (identity, mode) => begin(app, identity, mode),
    async close() {
      await sealer.close().catch(options.onError);
      await Promise.all([app.end(), owner.end(), jobs.end()]);
    },
  };
}
