// The newest seal of each ledger, kept outside the database, so that seals cut off its end are noticed.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from '#db/sealer.ts';
import type { KnownHead } from '#kernel/verify.ts';
import type { Log } from './log.ts';

const fileIn = (dataDir: string) => join(dataDir, 'ledger-heads.json');

/** @returns heads by scope; empty when none was kept yet */
export function knownHeads(dataDir: string): Record<string, KnownHead> {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Record<string, KnownHead>;
  } catch {
    return {};
  }
}

/** Written at most every second: losing the last of them loses nothing that verification needs. */
export function keepHead(dataDir: string, log: Log): (head: Head) => void {
  const heads = knownHeads(dataDir);
  let timer: NodeJS.Timeout | undefined;
  return ({ scopeId, n, sha256 }) => {
    heads[scopeId] = { n, sha256 };
    timer ??= setTimeout(() => {
      timer = undefined;
      try {
        mkdirSync(dataDir, { recursive: true });
        writeFileSync(`${fileIn(dataDir)}.new`, JSON.stringify(heads, null, 2), { mode: 0o600 });
        renameSync(`${fileIn(dataDir)}.new`, fileIn(dataDir));
      } catch (error) {
        log.warn('The newest seals could not be noted outside the database.', { error });
      }
    }, 1_000).unref();
  };
}
