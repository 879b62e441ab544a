// Makes a new, empty database, once: PostgreSQL's own initdb, in a folder that is renamed when it is whole.
import { spawn } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { ENVIRONMENT, endOf, handsOverFolder, lastLines, openFolder } from './child.ts';
import type { DataFolder } from './folder.ts';
import type { OsUser } from './os-user.ts';
import { passwordForInitdb } from './password.ts';
import { OWNER } from './reach.ts';
import { initdbChoices } from './settings.ts';
import { trouble } from './trouble.ts';

/** An interrupted first start leaves nothing to mend: what is unfinished is thrown away. */
export async function initialise(
  binaries: Binaries,
  folder: DataFolder,
  user: OsUser | undefined,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  sweep(folder);
  // A name of its own: an initdb whose Gatepost was killed may still be writing into the folder of that time.
  const unfinished = mkdtempSync(`${folder.unfinished}-`);
  try {
    if (user !== undefined) chownSync(unfinished, user.uid, user.gid);
    const { ended, said } = await runInitdb(binaries, folder, unfinished, user, password, signal);
    signal.throwIfAborted();
    if (ended !== 'code 0') throw initdbFailed(folder, ended, said);
    renameSync(unfinished, folder.cluster);
  } catch (error) {
    remove(unfinished);
    throw error;
  }
}

async function runInitdb(
  binaries: Binaries,
  folder: DataFolder,
  into: string,
  user: OsUser | undefined,
  password: string,
  signal: AbortSignal,
): Promise<{ ended: string; said: string }> {
  const folderFd = openFolder(into);
  const passwordFd = passwordForInitdb(folder, password, user);
  try {
    const at = handsOverFolder(user) ? '/proc/self/fd/3' : into;
    const passwordAt = process.platform === 'linux' ? '/proc/self/fd/4' : '/dev/fd/4';
    const child = spawn(binaries.initdb, ['-D', at, '-U', OWNER, `--pwfile=${passwordAt}`, ...initdbChoices], {
      ...user,
      cwd: into,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe', folderFd, passwordFd],
    });
    const callOff = () => void child.kill('SIGTERM');
    signal.addEventListener('abort', callOff);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    const ended = await endOf(child);
    signal.removeEventListener('abort', callOff);
    return { ended, said };
  } finally {
    closeSync(passwordFd);
    closeSync(folderFd);
  }
}

function sweep(folder: DataFolder): void {
  const prefix = basename(folder.unfinished);
  for (const name of readdirSync(folder.root)) if (name.startsWith(prefix)) remove(join(folder.root, name));
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }); // somebody may still be writing in it
}

function initdbFailed(folder: DataFolder, ended: string, said: string) {
  if (/No space left/.test(said)) {
    return trouble(
      `The disk of ${folder.root} is full; a new database needs about 100 MB.`,
      'Make room, and start again.',
    );
  }
  return trouble(
    `A new database could not be made in ${folder.root} (initdb ended with ${ended}): ${lastLines(said)}`,
    'Nothing was left behind: mend what it names and start again.',
  );
}
