// The mark of a restore that has begun to put things in place: while it lies there, Gatepost does not start.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '#kernel/errors.ts';
import { flushFolder, writeFlushed } from '#kernel/flushed-file.ts';

const markIn = (dataDir: string): string => join(dataDir, 'restore.unfinished');

export async function markUnfinished(dataDir: string, backup: string): Promise<void> {
  await writeFlushed(markIn(dataDir), `${backup}\n`, 'w');
  await flushFolder(dataDir);
}

export async function markFinished(dataDir: string): Promise<void> {
  await rm(markIn(dataDir), { force: true });
  await flushFolder(dataDir);
}

export const isUnfinished = (dataDir: string): boolean => existsSync(markIn(dataDir));

/** @throws a failure with the remedy: database and pictures may be of two different days */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!isUnfinished(dataDir)) return;
  throw fail.conflict({
    code: 'restore-unfinished',
    message: `A restore into ${dataDir} was interrupted at its last step, so database and pictures may not belong together.`,
    remedy: 'Run the same gatepost restore again, with --replace: it begins anew and finishes.',
  });
}
