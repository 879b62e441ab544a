// What everything stands on: the database, up and at this version's schema, and the installation's keys.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { makeDataFolder } from '#db/embedded/folder.ts';
import { startEmbedded, type Embedded } from '#db/embedded/start.ts';
import { migrate } from '#db/migrate.ts';
import type { Address } from '#db/pool.ts';
import { systemClock } from '#kernel/clock.ts';
import { fail } from '#kernel/errors.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { openMasterKeys, parseMasterKeys } from '#kernel/master-key.ts';
import { reveal } from '#kernel/secret.ts';
import { backUpBeforeUpgrade } from './backup/before-upgrade.ts';
import { refuseUnfinishedRestore } from './backup/unfinished.ts';
import { refuseBeneathAnother } from './beneath-another.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

export interface Ground {
  readonly address: Address;
  readonly keyring: Keyring;
  /** For a full disk: gives back the space kept for it. Null with a database of your own. */
  readonly embedded: Embedded | null;
  close(): Promise<void>;
}

/** The database, up but as it was left: for a backup of it, and for a restore over it. */
export type Place = Omit<Ground, 'keyring'>;

export interface GroundOptions {
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal;
  /** Migrates without the backup that is otherwise made before: for whoever has one, and no room for another. */
  readonly withoutBackup?: boolean;
  /** Migrates although another Gatepost may be running on it: somebody has said so. */
  readonly beneathAnother?: boolean;
}

export async function openGround(config: Config, log: Log, options: GroundOptions = {}): Promise<Ground> {
  refuseUnfinishedRestore(config.dataDir);
  const place = await openPlace(config, log, options.signal);
  try {
    await migrate(place.address, {
      log: (line) => log.info(line),
      before: async (first) => {
        const { address } = place;
        if (options.beneathAnother !== true) await refuseBeneathAnother(config.dataDir, address, systemClock.now());
        if (options.withoutBackup === true) return;
        const keys = () => openKeys(config, address);
        await backUpBeforeUpgrade({ dataDir: config.dataDir, log, address, keys, first });
      },
    });
    return {
      get address() {
        return place.address;
      },
      keyring: await openKeys(config, place.address),
      embedded: place.embedded,
      close: () => place.close(),
    };
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** For whoever asks after an installation that is there: a wrong folder is said, and no new one made in it. */
export async function openExisting(config: Config, log: Log): Promise<Ground> {
  refuseEmptyFolder(config);
  return openGround(config, log);
}

export function refuseEmptyFolder({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl !== null || existsSync(join(dataDir, 'postgres'))) return;
  throw fail.conflict({
    code: 'no-installation',
    message: `There is no Gatepost in ${resolve(dataDir)}.`,
    remedy:
      'GATEPOST_DATA names the data folder. Of a service it is /var/lib/gatepost: run the gatepost of /usr/local/bin, which knows it.',
  });
}

export async function openPlace(config: Config, log: Log, signal?: AbortSignal): Promise<Place> {
  makeDataFolder(config.dataDir);
  const embedded = config.databaseUrl === null ? await startBuiltIn(config, log, signal) : null;
  return {
    get address(): Address {
      return embedded ? embedded.ownerConnection : { connectionString: reveal(config.databaseUrl!) };
    },
    embedded,
    close: async () => embedded?.stop(),
  };
}

async function startBuiltIn(config: Config, log: Log, signal: AbortSignal | undefined): Promise<Embedded> {
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    log,
    ...(config.osUser === null ? {} : { osUser: config.osUser }),
    ...(signal === undefined ? {} : { signal }),
  });
  embedded.onFailure((trouble) => log.error('The built-in database does not stay up. Trying goes on.', { trouble }));
  return embedded;
}

/** A fresh key only where nothing has been locked yet: a lost key is never silently replaced. */
export async function openKeys(config: Config, address: Address): Promise<Keyring> {
  if (config.masterKey !== null) return parseMasterKeys(config.masterKey);
  const client = new pg.Client(address);
  await client.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select exists (select from signing_key) as locked');
    return await openMasterKeys(join(config.dataDir, 'keys'), { create: rows[0]?.locked !== true });
  } finally {
    await client.end();
  }
}
