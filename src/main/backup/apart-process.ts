// The process that makes one backup: it is told where and for whom, answers once, and ends.
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Address } from '#db/pool.ts';
import type { BackupMade } from '#features/operation/ports.ts';
import { isFailure } from '#kernel/errors.ts';
import { VERSION } from '../version.ts';
import { recipientFrom } from './age/keys.ts';
import { ENDINGS, makeBackup } from './make-backup.ts';
import { backupName } from './names.ts';

export interface Order {
  readonly address: Address;
  /** Folder of the file store. */
  readonly files: string;
  readonly folder: string;
  readonly recipients: readonly string[];
  /** ISO 8601 instant. */
  readonly now: string;
}

/** In bytes, of this process. */
export interface MemoryUsed {
  /** Before it had begun. */
  readonly before: number;
  readonly most: number;
}

export type Answer =
  | ({ readonly outcome: 'good'; readonly installationId: string; readonly memory: MemoryUsed } & BackupMade)
  | { readonly outcome: 'failed'; readonly code: string; readonly problem: string };

/** Behind whoever serves pages, before whoever only waits (nice). */
const STEPS_BACK = 10;
const KILOBYTE = 1024;

async function carryOut({ address, files, folder, recipients, now }: Order): Promise<Answer> {
  const before = process.memoryUsage.rss();
  try {
    const { header, footer, path, bytes } = await makeBackup({
      address,
      files,
      lock: { kind: 'age', recipients: recipients.map(recipientFrom) },
      now,
      version: VERSION,
      path: (id) => join(folder, `${backupName(id, Temporal.Instant.from(now))}${ENDINGS.age}`),
    });
    const { tables, rows, files: filesIn, missing } = footer;
    return {
      outcome: 'good',
      installationId: header.installationId,
      memory: { before, most: process.resourceUsage().maxRSS * KILOBYTE },
      file: path,
      bytes,
      tables,
      rows,
      files: filesIn,
      filesMissing: missing.length,
    };
  } catch (error) {
    const remedy = isFailure(error) ? (error.remedy ?? '') : '';
    const code = isFailure(error) ? error.code : '';
    return { outcome: 'failed', code, problem: `${(error as Error).message} ${remedy}`.trim() };
  }
}

// Ends with the Gatepost that ordered it, also when that is killed.
process.once('disconnect', () => process.exit(1));
process.once('message', (order) => {
  setPriority(STEPS_BACK);
  void carryOut(order as Order).then((answer) => process.send!(answer, () => process.exit(0)));
});
