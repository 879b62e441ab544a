// What every PostgreSQL program we start has in common: a bare environment, an open folder handed over, an end to wait for.
import type { ChildProcess } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import type { OsUser } from './os-user.ts';

export const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

// As root we drop to a user who may be unable to enter the folders above the data. A folder handed over open needs no
// entering: Linux follows /proc/self/fd/3 without asking about the way there. Elsewhere, and as ourselves, the path is used.
export function handsOverFolder(user: OsUser | undefined): boolean {
  return user !== undefined && process.platform === 'linux';
}

export function openFolder(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
}

export function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // "close", not "exit": initdb has helpers that hold its output open, and they are to be gone too
    child.once('close', (code, signal) => resolve(code === null ? `signal ${signal}` : `code ${code}`));
  });
}

export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' | ');
}
