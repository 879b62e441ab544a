// Files of a backup: laid beside the data folder's own first, and exchanged for them at the very end.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder, writeFlushed } from '#kernel/flushed-file.ts';
import { changedIn } from './faults.ts';
import type { BackupHeader } from './container.ts';
import { isFilePath } from './files.ts';
import { handOver } from './hand-over.ts';
import { isThere } from './whole-file.ts';

export interface RestoredFiles {
  take(path: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** In place of the files that are there. */
  exchange(): Promise<void>;
  /** Throws away what was laid beside. */
  forget(): Promise<void>;
}

export async function openRestoredFiles(dataDir: string): Promise<RestoredFiles> {
  const [now, next, old] = ['files', 'files.restoring', 'files.replaced'].map((name) => join(dataDir, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [next, old]) await rm(folder, { recursive: true, force: true }); // of a restore that was killed
  await mkdir(next, { mode: 0o700 });
  return {
    async take(path, bytes) {
      if (!isFilePath(path)) throw changedIn('the name of a file');
      const place = join(next, path);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await writeFlushed(place, bytes, 'wx');
    },
    async exchange() {
      await handOver(next);
      await flushFolders(next);
      if (await isThere(now)) await rename(now, old);
      await rename(next, now);
      await flushFolder(dataDir);
      await rm(old, { recursive: true, force: true });
    },
    forget: () => rm(next, { recursive: true, force: true }),
  };
}

async function flushFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await flushFolders(join(folder, entry.name));
  await flushFolder(folder);
}

/** The newest seals that are known outside the database are those of the backup from now on: see main/heads.ts. */
export async function keepRestoredHeads(dataDir: string, { heads }: BackupHeader): Promise<void> {
  const known = Object.fromEntries(heads.map(({ scopeId, n, sha256 }) => [scopeId, { n, sha256 }]));
  const path = join(dataDir, 'ledger-heads.json');
  await writeFile(`${path}.new`, JSON.stringify(known, null, 2), { mode: 0o600 });
  await handOver(`${path}.new`);
  await rename(`${path}.new`, path);
}
