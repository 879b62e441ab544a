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

/**
 * Written at most every second: losing the last of them loses nothing that verification needs. Another process may keep
 * heads in the same file, so only a newer one takes the place of what stands there.
 */
export function keepHead(dataDir: string, log: Log): (head: Head) => void {
  const fresh = new Map<string, KnownHead>();
  let timer: NodeJS.Timeout | undefined;
  return ({ scopeId, n, sha256 }) => {
    fresh.set(scopeId, { n, sha256 });
    timer ??= setTimeout(() => {
      timer = undefined;
      try {
        mkdirSync(dataDir, { recursive: true });
        const heads = knownHeads(dataDir);
        for (const [scope, head] of fresh) if (head.n > (heads[scope]?.n ?? 0)) heads[scope] = head;
        fresh.clear();
        const written = `${fileIn(dataDir)}.${process.pid}`;
        writeFileSync(written, JSON.stringify(heads, null, 2), { mode: 0o600 });
        renameSync(written, fileIn(dataDir));
      } catch (error) {
        log.warn('The newest seals could not be noted outside the database.', { error });
      }
    }, 1_000).unref();
  };
}
