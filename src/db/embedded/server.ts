// Runs PostgreSQL as our child: its own log file, its own process group, a watchdog, and a quiet end.
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { type Address, listeningSettings } from './address.ts';
import type { Binaries } from './binaries.ts';
import { ENVIRONMENT, endOf, handsOverFolder, openFolder } from './child.ts';
import { type DataFolder, handToOwner } from './folder.ts';
import type { OsUser } from './os-user.ts';
import { serverArguments } from './settings.ts';
import { startWatchdog } from './watchdog.ts';

const LARGEST_LOG = 4 * 1024 * 1024;

export interface ServerProcess {
  readonly pid: number;
  readonly exited: Promise<string>;
  isAlive(): boolean;
  /** What the server has written to its log since it was started. */
  said(): string;
  stop(): Promise<void>;
}

export function startServer(
  binaries: Binaries,
  folder: DataFolder,
  user: OsUser | undefined,
  address: Address,
): ServerProcess {
  keepLogSmall(folder);
  const logFd = openSync(folder.log, 'a', 0o600);
  handToOwner(folder.log, folder.owner);
  const logStart = fstatSync(logFd).size;
  const folderFd = openFolder(folder.cluster);
  const at = handsOverFolder(user) ? '/proc/self/fd/3' : folder.cluster;
  const child = spawn(binaries.postgres, ['-D', at, ...serverArguments(listeningSettings(address, at))], {
    ...user,
    cwd: folder.cluster,
    env: ENVIRONMENT,
    detached: true, // Ctrl-C must not reach it before the requests in hand are answered
    stdio: ['ignore', logFd, logFd, folderFd],
  });
  closeSync(logFd);
  closeSync(folderFd);
  const said = () => readFileSync(folder.log).subarray(logStart).toString('utf8');
  const exited = endOf(child);
  const { pid } = child;
  if (pid === undefined) return { pid: 0, exited, isAlive: () => false, said, stop: async () => undefined };
  const watchdog = startWatchdog(pid, user);
  void exited.then(() => watchdog.callOff());
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    watchdog.callOff(); // first, or it might signal a number that somebody else has by then
    if (isAlive()) child.kill('SIGINT'); // "fast": finish what is being written, turn everybody else away
    const impatience = setTimeout(() => void (isAlive() && child.kill('SIGQUIT')), 30_000); // recovers at the next start
    await exited;
    clearTimeout(impatience);
  };
  return { pid, exited, isAlive, said, stop };
}

function keepLogSmall(folder: DataFolder): void {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(folder.log, `${folder.log}.old`);
}
