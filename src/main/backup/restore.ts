// Restores a backup. Database and files are made ready beside what is there; until the last step nothing of that has changed.
import { basename, join } from 'node:path';
import pg from 'pg';
import { takeAppLock } from '#db/embedded/app-lock.ts';
import { makeQueue, migrate, MIGRATION_LOCK } from '#db/migrate.ts';
import { AS_OWNER, openPlainPool, type Address } from '#db/pool.ts';
import { systemClock } from '#kernel/clock.ts';
import { fail } from '#kernel/errors.ts';
import type { Config } from '../config.ts';
import { openKeys, openPlace } from '../ground.ts';
import { knownHeads } from '../heads.ts';
import type { NamedVerdict } from '../ledger-file.ts';
import type { Log } from '../log.ts';
import { verifyDatabase } from '../verify-ledger.ts';
import { VERSION } from '../version.ts';
import { lockFrom } from './before-upgrade.ts';
import type { BackupFooter, BackupHeader } from './container.ts';
import type { OpenContainer } from './container-reader.ts';
import { loadDatabase } from './load-database.ts';
import { ENDINGS, makeBackup } from './make-backup.ts';
import { findMasterKeys, masterKeysNow } from './master-keys.ts';
import { backupName } from './names.ts';
import { openBackup } from './open-backup.ts';
import type { ReadSheet } from './recovery-sheet.ts';
import { keepRestoredHeads, openRestoredFiles, type RestoredFiles } from './restored-files.ts';
import { lookAtTarget, type Occupied } from './target.ts';
import { isUnfinished, markFinished, markUnfinished } from './unfinished.ts';
import { migrationsOf } from './which-schema.ts';

export interface RestoreWishes {
  readonly config: Config;
  readonly log: Log;
  readonly path: string;
  readonly sheet: ReadSheet;
  /** What is there may be replaced. */
  readonly replace: boolean;
  /** Replaces without first backing up what is there. */
  readonly withoutBackup: boolean;
  /** Has somebody type a name; asked only before something is replaced. */
  readonly typed: (question: string) => Promise<string>;
  readonly progress: (line: string) => void;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly footer: BackupFooter;
  readonly verdicts: readonly NamedVerdict[];
  /** Where a backup of what was there before lies; null where nothing was. */
  readonly kept: string | null;
  /** Jobs whose time has come since the backup was made: they run at the next start. */
  readonly due: number;
}

/** @throws a failure in words; what was there is then as it was */
export async function restore(wishes: RestoreWishes): Promise<Restored> {
  const { config, log, sheet } = wishes;
  const since = systemClock.now().toString();
  const lock = await takeAppLock(config.dataDir, () => ({ pid: process.pid, since }));
  try {
    const keyring = await masterKeysNow(config);
    const backup = await openBackup(wishes.path, { identities: sheet.identities, keyring });
    try {
      migrationsOf(backup.header);
      const placeKeys = await findMasterKeys(config, backup.header.masterKeys, sheet.masterKeys);
      const place = await openPlace(config, log);
      try {
        return await restoreInto(place.address, backup, placeKeys, wishes);
      } finally {
        await place.close();
      }
    } finally {
      await backup.close();
    }
  } finally {
    await lock.release();
  }
}

async function restoreInto(
  address: Address,
  backup: OpenContainer,
  placeKeys: () => Promise<void>,
  wishes: RestoreWishes,
): Promise<Restored> {
  const { config, progress } = wishes;
  const { dataDir } = config;
  const client = new pg.Client({ ...address, application_name: 'gatepost restore' });
  client.on('error', () => {}); // the statement that was cut off tells it
  await client.connect();
  const wasUnfinished = isUnfinished(dataDir);
  let files: RestoredFiles | undefined;
  let due: number;
  let kept: string | null;
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const occupied = await lookAtTarget(client);
    if (occupied) await askWhetherToReplace(occupied, backup.header, wishes);
    kept = occupied && !wishes.withoutBackup ? await keepWhatIsThere(address, wishes) : null;
    await queueIn(address);
    progress('Reading the backup …');
    files = await openRestoredFiles(dataDir);
    await client.query('begin');
    try {
      const { take: takeFile } = files;
      await loadDatabase({ client, backup, migrations: migrationsOf(backup.header), takeFile });
      due = await dueJobs(client);
      await placeKeys();
      await markUnfinished(dataDir, basename(wishes.path));
    } catch (error) {
      await client.query('rollback').catch(() => {});
      if (!wasUnfinished) await markFinished(dataDir); // nothing was put in place by this one
      throw error;
    }
    await client.query('commit');
  } catch (error) {
    await files?.forget();
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
  if (backup.header.withFiles) await files.exchange();
  else await files.forget();
  await keepRestoredHeads(dataDir, backup.header);
  await markFinished(dataDir);
  await migrate(address, { log: progress });
  return {
    header: backup.header,
    footer: backup.footer(),
    verdicts: await verifyDatabase(address, knownHeads(dataDir), progress),
    kept,
    due,
  };
}

/** Outside the transaction: it has one of its own, and takes nothing away. */
export async function queueIn(address: Address): Promise<void> {
  const pool = openPlainPool(address, AS_OWNER, 1, () => {});
  try {
    await makeQueue(pool);
  } finally {
    await pool.end();
  }
}

async function dueJobs(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from graphile_worker._private_jobs where run_at < now() and attempts < max_attempts',
  );
  return rows[0]!.n;
}

async function askWhetherToReplace(there: Occupied, header: BackupHeader, wishes: RestoreWishes): Promise<void> {
  const stranger = there.installationId !== header.installationId;
  const whose = stranger
    ? `The backup is of another installation (${header.schools.join(', ') || 'no school yet'}).`
    : 'The backup is of the same installation; all that was done since would be gone.';
  if (!wishes.replace) {
    throw fail.conflict({
      code: 'database-not-empty',
      message: `There is an installation here already, of ${there.name}. ${whose}`,
      remedy: 'To put the backup in its place: gatepost restore FILE --replace. Nothing was changed.',
    });
  }
  const typed = await wishes.typed(
    `${whose}\nType the name of the school whose data is to be replaced (${there.name}): `,
  );
  if (typed.trim() === there.name) return;
  throw fail.conflict({
    code: 'not-confirmed',
    message: 'That is not its name.',
    remedy: `Type it exactly: ${there.name}. Nothing was changed.`,
  });
}

/** @returns the path of a backup, files and all, made for whoever can open the others */
async function keepWhatIsThere(address: Address, { config, progress }: RestoreWishes): Promise<string> {
  progress('Backing up what is there …');
  const now = systemClock.now();
  const lock = await lockFrom(address, () => openKeys(config, address));
  const { path } = await makeBackup({
    address,
    files: join(config.dataDir, 'files'),
    lock,
    now: now.toString(),
    version: VERSION,
    path: (id) => join(config.dataDir, 'before-restore', `${backupName(id, now)}${ENDINGS[lock.kind]}`),
  });
  return path;
}
