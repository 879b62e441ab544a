// `gatepost backup`: a backup made from the machine itself, whether Gatepost runs meanwhile or not.
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { readMigrations } from '#db/migrate.ts';
import type { Address } from '#db/pool.ts';
import { operator } from '#kernel/actor.ts';
import { systemClock } from '#kernel/clock.ts';
import { fail } from '#kernel/errors.ts';
import { compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { openKeys, openPlace, refuseEmptyFolder, type Place } from '../ground.ts';
import type { Log } from '../log.ts';
import { VERSION } from '../version.ts';
import { identityFrom, newIdentity, recipientFrom } from './age/keys.ts';
import { backupsIn } from './apart.ts';
import { ENDINGS, makeBackup, type Lock, type MadeBackup } from './make-backup.ts';
import { masterKeysNow } from './master-keys.ts';
import { backupName } from './names.ts';
import { recipientsIn } from './recipients.ts';
import { masterKeysIn, sheetAsPage, sheetAsText, type ReadSheet } from './recovery-sheet.ts';
import { tryBackup } from './try-backup.ts';
import { refuseUnfinishedRestore } from './unfinished.ts';

export interface BackupByCommand {
  /** A file, or a folder in which it is named by its time; nothing = the backups of the data folder. */
  readonly where: string | undefined;
  /** Public keys instead of those that the school has named. */
  readonly to: readonly string[];
  readonly plain: boolean;
  /** Restores it into a database made for it, compares, and drops that. */
  readonly check: boolean;
  readonly sheet: ReadSheet;
  readonly progress: (line: string) => void;
}

/** @returns what was made; `noted` says whether it stands in the list that the system administrator sees */
export async function backUpByCommand(
  config: Config,
  log: Log,
  wishes: BackupByCommand,
): Promise<MadeBackup & { readonly noted: boolean; readonly isPlain: boolean }> {
  refuseUnfinishedRestore(config.dataDir);
  refuseEmptyFolder(config);
  const place = await openPlace(config, log);
  try {
    const { address } = place;
    const lock = wishes.plain ? { kind: 'plain' as const } : await lockOf(wishes.to, address);
    if (wishes.check && lock.kind === 'age' && wishes.sheet.identities.length === 0) throw keyForCheck();
    const now = systemClock.now();
    const toFile = await fileMeant(wishes.where, config.dataDir, ENDINGS[lock.kind]);
    wishes.progress('Backing up …');
    const made = await makeBackup({
      address,
      files: join(config.dataDir, 'files'),
      lock,
      now: now.toString(),
      version: VERSION,
      path: (installationId) => toFile(backupName(installationId, now)),
    });
    if (wishes.check) {
      wishes.progress('Trying it in a database made for that …');
      const openers = { identities: wishes.sheet.identities, keyring: await masterKeysNow(config) };
      await tryBackup(made.path, openers, address);
    }
    const facts = { reason: 'command' as const, startedAt: now.toString(), isTried: wishes.check };
    const noted = await note(config, log, place, made, { ...facts, isEncrypted: lock.kind !== 'plain' });
    return { ...made, noted, isPlain: lock.kind === 'plain' };
  } finally {
    await place.close();
  }
}

async function lockOf(to: readonly string[], address: Address): Promise<Lock> {
  const recipients = to.length > 0 ? to : await recipientsIn(address);
  return { kind: 'age', recipients: recipients.map(recipientFrom) };
}

async function fileMeant(
  where: string | undefined,
  dataDir: string,
  ending: string,
): Promise<(name: string) => string> {
  if (where === undefined) return (name) => join(backupsIn(dataDir), `${name}${ending}`);
  const path = resolve(where);
  const isFolder = where.endsWith('/') || ((await stat(path).catch(() => null))?.isDirectory() ?? false);
  return (name) => (isFolder ? join(path, `${name}${ending}`) : path);
}

/** Only where the database is at this version’s schema; the backup is good without it. */
async function note(
  config: Config,
  log: Log,
  place: Place,
  made: MadeBackup,
  facts: { reason: 'command'; startedAt: string; isTried: boolean; isEncrypted: boolean },
): Promise<boolean> {
  const known = readMigrations();
  if (made.header.schema.length !== known.length) return false;
  const firstSchool = await firstSchoolIn(place.address);
  if (firstSchool === null) return false;
  const { tables, rows, files, missing } = made.footer;
  const counts = { tables, rows, files, filesMissing: missing.length };
  await asOperator(config, log, place, firstSchool, (as) =>
    as.operation.recordBackup({ ...facts, outcome: 'good', file: made.path, bytes: made.bytes, ...counts }),
  );
  return true;
}

type Api = ReturnType<Awaited<ReturnType<typeof compose>>['as']>;

async function asOperator<T>(
  config: Config,
  log: Log,
  place: Place,
  schoolId: string,
  act: (as: Api) => Promise<T>,
): Promise<T> {
  const { dataDir, origin, uploadLimit } = config;
  const keyring = await openKeys(config, place.address);
  const app = await compose({ address: place.address, keyring, dataDir, origin, log, uploadLimit, connections: 2 });
  try {
    return await act(app.as(operator(schoolId)));
  } finally {
    await app.close();
  }
}

async function firstSchoolIn(address: Address): Promise<string | null> {
  const [row] = await ask<{ id: string }>(
    address,
    'select s.id from school s join installation i on i.first_school_id = s.id',
  );
  return row?.id ?? null;
}

async function installationIn(address: Address): Promise<{ id: string; schools: string[] }> {
  const [row] = await ask<{ id: string; schools: string[] }>(
    address,
    'select id, array(select name from school order by created_at, school.id) as schools from installation',
  );
  return row!;
}

async function ask<Row extends object>(address: Address, sql: string): Promise<Row[]> {
  const client = new pg.Client({ ...address });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export interface MadeSheet {
  readonly recipient: string;
  readonly page: string;
  readonly text: string;
}

/**
 * A recovery key: backups are locked for it from now on, and its sheet holds all that a restore needs.
 * @param keep writes the sheet down; nothing is locked for a key that was not
 */
export async function makeRecoveryKey(
  config: Config,
  log: Log,
  place: Place,
  keep: (sheet: MadeSheet) => Promise<void>,
): Promise<void> {
  const schoolId = await firstSchoolIn(place.address).catch(() => null);
  if (schoolId === null) {
    throw fail.conflict({
      code: 'not-set-up',
      message: 'The first school of this installation has not been set up yet.',
      remedy: 'Start Gatepost and open the set-up link that it prints; then make the key.',
    });
  }
  const identity = newIdentity();
  const { text: recipient } = identityFrom(identity).recipient;
  const { id: installationId, schools } = await installationIn(place.address);
  const { masterKey, dataDir } = config;
  const masterKeys = masterKey === null ? await masterKeysIn(join(dataDir, 'keys', 'master.keys')) : null;
  const madeOn = systemClock.now().toLocaleString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  const sheet = { schools, installationId, madeOn, identity, masterKeys };
  await keep({ recipient, page: sheetAsPage(sheet), text: sheetAsText(sheet) });
  await asOperator(config, log, place, schoolId, (as) => as.operation.setBackupRecipients({ recipients: [recipient] }));
}

const keyForCheck = () =>
  fail.invalid({
    code: 'recovery-key-needed',
    message: 'To try a locked backup, its recovery key is needed.',
    remedy: 'Give the file of the recovery sheet: --check --identity FILE. Or leave --check out.',
  });
