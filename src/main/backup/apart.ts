// Makes backups in a process of its own, which steps back for everybody else: pages stay quick, and its memory goes with it.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Address } from '#db/pool.ts';
import type { BackupMaker, BackupOutcome, BackupWishes } from '#features/operation/ports.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '../log.ts';
import type { Answer, Order } from './apart-process.ts';
import { deleteExpired } from './delete-expired.ts';

const ENTRY = fileURLToPath(new URL('./apart-process.ts', import.meta.url));
/** Where bin/gatepost keeps what it has compiled: reading the modules anew is a tenth of a small backup. */
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url));
/** In megabytes. So much passes through that, beginning with less, half of the time would go into clearing memory up. */
const ROOM = '--initial-old-space-size=48';

interface Parts {
  readonly address: Address;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
}

export const backupsIn = (dataDir: string): string => join(dataDir, 'backups');

export function createBackupMaker({ address, dataDir, clock, log }: Parts): BackupMaker {
  let isMaking = false;
  return {
    async make(wishes, signal) {
      if (isMaking) return { outcome: 'busy' };
      isMaking = true;
      try {
        return await makeOne(wishes, signal);
      } finally {
        isMaking = false;
      }
    },
  };

  async function makeOne(
    { folder, recipients, keep, zone }: BackupWishes,
    signal: AbortSignal,
  ): Promise<BackupOutcome> {
    const into = folder === '' ? backupsIn(dataDir) : folder;
    const files = join(dataDir, 'files');
    const answer = await ordered({ address, files, folder: into, recipients, now: clock.now().toString() }, signal);
    if (answer.outcome === 'failed') {
      return answer.code === 'backup-running' ? { outcome: 'busy' } : { outcome: 'failed', problem: answer.problem };
    }
    const { installationId, memory, ...made } = answer;
    log.info('A backup was made.', { ...made, memory });
    if (keep) {
      await deleteExpired(into, installationId, keep, zone).catch((error: unknown) =>
        log.warn('Backups that have served their time could not be deleted.', { error, folder: into }),
      );
    }
    return made;
  }
}

/** @param signal ends it; what was half written is swept away by the next one */
export function ordered(order: Order, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork(ENTRY, {
      serialization: 'advanced',
      execArgv: [...process.execArgv, ROOM],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-1_000)));
    const stop = () => void child.kill('SIGTERM');
    signal?.addEventListener('abort', stop);
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', (error) => resolve({ outcome: 'failed', code: 'not-started', problem: error.message }));
    child.once('exit', (code, by) => {
      signal?.removeEventListener('abort', stop);
      const why = said.trim() === '' ? String(by ?? code) : said.trim();
      resolve({ outcome: 'failed', code: 'ended', problem: `The backup was broken off (${why}).` });
    });
    child.send(order);
  });
}
