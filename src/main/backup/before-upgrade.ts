// Before a database is brought to a newer schema: a backup of it as it was, kept in the data folder. The last three stay.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Address } from '#db/pool.ts';
import { systemClock } from '#kernel/clock.ts';
import { fail, isFailure } from '#kernel/errors.ts';
import type { Keyring } from '#kernel/keyring.ts';
import type { Log } from '../log.ts';
import { VERSION } from '../version.ts';
import { recipientFrom } from './age/keys.ts';
import { ENDINGS, makeBackup, type Lock } from './make-backup.ts';
import { backupName } from './names.ts';
import { recipientsIn } from './recipients.ts';

const KEPT = 3;
const folderIn = (dataDir: string): string => join(dataDir, 'before-upgrade');

export interface BeforeUpgrade {
  readonly dataDir: string;
  readonly log: Log;
  readonly address: Address;
  /** Asked where nobody is named who could open it. */
  readonly keys: () => Promise<Keyring>;
  /** The first migration that is about to run. */
  readonly first: string;
}

/** The database alone: a migration touches no file. @throws when it cannot be made, and so nothing is migrated */
export async function backUpBeforeUpgrade({ dataDir, log, address, keys, first }: BeforeUpgrade): Promise<void> {
  if (!(await holdsASchool(address))) return;
  const folder = folderIn(dataDir);
  const now = systemClock.now();
  const step = /^\d{4}/.exec(first)?.[0] ?? first;
  const lock = await lockFrom(address, keys);
  try {
    const { path } = await makeBackup({
      address,
      files: null,
      lock,
      now: now.toString(),
      version: VERSION,
      path: (installationId) => join(folder, `${backupName(installationId, now)}-before-${step}${ENDINGS[lock.kind]}`),
    });
    log.info(`Before the upgrade, the database was backed up to ${path}`);
  } catch (error) {
    throw fail.unavailable({
      code: 'no-backup-before-upgrade',
      message: `The database was not upgraded, because the backup before it failed: ${(error as Error).message}`,
      remedy: `${(isFailure(error) ? error.remedy : undefined) ?? 'Mend that and start again.'} If you have a backup of your own: gatepost migrate --without-backup`,
      cause: error,
    });
  }
  await keepNewest(folder);
}

/** For those who can open every other backup; else for this installation itself. */
export async function lockFrom(address: Address, keys: () => Promise<Keyring>): Promise<Lock> {
  const recipients = await recipientsIn(address);
  if (recipients.length > 0) return { kind: 'age', recipients: recipients.map(recipientFrom) };
  return { kind: 'sealed', keyring: await keys() };
}

async function holdsASchool(address: Address): Promise<boolean> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    const { rows } = await client.query<{ is_there: boolean }>(
      `select to_regclass('public.school') is not null as is_there`,
    );
    if (rows[0]?.is_there !== true) return false;
    return ((await client.query('select from school limit 1')).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

/** Names begin with their time, after the name of the installation. */
async function keepNewest(folder: string): Promise<void> {
  const names = (await readdir(folder))
    .filter((name) => /^gatepost-.*-before-.*\.backup\.(age|sealed)$/.test(name))
    .toSorted();
  for (const name of names.slice(0, -KEPT)) await rm(join(folder, name), { force: true });
}
