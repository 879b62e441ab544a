// Has this installation the master keys that a backup's secrets are locked with? If the recovery sheet has them, they are put in place.
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '#kernel/errors.ts';
import { flushFolder, writeFlushed } from '#kernel/flushed-file.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { openMasterKeys, parseMasterKeys } from '#kernel/master-key.ts';
import { reveal, type Secret } from '#kernel/secret.ts';
import type { Config } from '../config.ts';
import { handOver } from './hand-over.ts';
import { masterKeysIn } from './recovery-sheet.ts';
import { isThere } from './whole-file.ts';

const folderIn = (dataDir: string): string => join(dataDir, 'keys');
const fileIn = (dataDir: string): string => join(folderIn(dataDir), 'master.keys');

/** @returns null where this installation has none yet */
export async function masterKeysNow({
  masterKey,
  dataDir,
}: Pick<Config, 'masterKey' | 'dataDir'>): Promise<Keyring | null> {
  if (masterKey !== null) return parseMasterKeys(masterKey);
  return (await isThere(fileIn(dataDir))) ? openMasterKeys(folderIn(dataDir), { create: false }) : null;
}

/**
 * @param wanted public names of keys, from the backup
 * @param given lines of the recovery sheet
 * @returns puts missing ones in place, behind those that are there; to be called once nothing else can go wrong
 * @throws when one is nowhere to be had: what was restored could not be read
 */
export async function findMasterKeys(
  config: Pick<Config, 'masterKey' | 'dataDir'>,
  wanted: readonly string[],
  given: readonly Secret[],
): Promise<() => Promise<void>> {
  const here = await masterKeysNow(config);
  const missing = wanted.filter((id) => here?.keys.has(id) !== true);
  if (missing.length === 0) return async () => {};
  const offered = given.map((line) => ({ line, id: parseMasterKeys(line).current }));
  const lost = missing.filter((id) => !offered.some((one) => one.id === id));
  if (lost.length > 0 || config.masterKey !== null) throw keyMissing(config, lost[0] ?? missing[0]!);
  const path = fileIn(config.dataDir);
  const old = here === null ? [] : await masterKeysIn(path);
  const added = offered.filter(({ id }) => missing.includes(id)).map(({ line }) => line);
  return () => writeKeys(config.dataDir, [...old, ...added]);
}

async function writeKeys(dataDir: string, keys: readonly Secret[]): Promise<void> {
  const path = fileIn(dataDir);
  await mkdir(folderIn(dataDir), { recursive: true, mode: 0o700 });
  const lines = ['# Master keys of this Gatepost installation, one a line. The first is in use.', ...keys.map(reveal)];
  await writeFlushed(`${path}.restored`, `${lines.join('\n')}\n`, 'w');
  await rename(`${path}.restored`, path);
  await handOver(folderIn(dataDir));
  await flushFolder(folderIn(dataDir));
}

const keyMissing = ({ masterKey, dataDir }: Pick<Config, 'masterKey' | 'dataDir'>, id: string) =>
  fail.conflict({
    code: 'master-key-missing',
    message: `Secrets and pictures in this backup are locked with the master key ${id}, which this installation does not have. Nothing was restored.`,
    remedy:
      masterKey !== null
        ? 'Put it into GATEPOST_MASTER_KEY, parted by a comma from the one that is there.'
        : `Give the recovery sheet with its line “Master key: …”: --identity FILE. Or put the key file back as ${fileIn(dataDir)}.`,
  });
