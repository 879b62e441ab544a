// Deletes the backups in a folder that have served their time: ours only, by their names.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { timeInName } from './names.ts';
import { expired, type Kept } from './retention.ts';

/** @returns the names of those deleted */
export async function deleteExpired(
  folder: string,
  installationId: string,
  keep: Kept,
  zone: string,
): Promise<string[]> {
  const ours = (await readdir(folder)).flatMap((name) => {
    const at = timeInName(name, installationId);
    return at === null ? [] : [{ name, at }];
  });
  const gone = expired(ours, keep, zone);
  for (const { name } of gone) await rm(join(folder, name), { force: true });
  return gone.map(({ name }) => name);
}
