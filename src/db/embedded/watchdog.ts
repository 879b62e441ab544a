// Stops the database when our process dies without a word (kill -9, out of memory): a shell waits on a pipe that only we hold open.
import { spawn } from 'node:child_process';
import type { OsUser } from './os-user.ts';

export interface Watchdog {
  callOff(): void;
}

export function startWatchdog(serverPid: number, user: OsUser | undefined): Watchdog {
  const dog = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(serverPid)], {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  dog.on('error', () => undefined); // without a shell there is no watchdog; the next start finds the server and uses it
  dog.stdin?.on('error', () => undefined);
  dog.unref();
  return { callOff: () => void dog.kill('SIGKILL') };
}
