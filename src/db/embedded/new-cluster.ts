// Makes a new, empty database, once: PostgreSQL's own initdb, in a folder that is renamed when it is whole.
import { spawn } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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
  rmSync(folder.unfinished, { recursive: true, force: true });
  mkdirSync(folder.unfinished, { mode: 0o700 });
  if (user !== undefined) chownSync(folder.unfinished, user.uid, user.gid);
  const folderFd = openFolder(folder.unfinished);
  const passwordFd = passwordForInitdb(folder, password, user);
  try {
    const at = handsOverFolder(user) ? '/proc/self/fd/3' : folder.unfinished;
    const passwordAt = process.platform === 'linux' ? '/proc/self/fd/4' : '/dev/fd/4';
    const child = spawn(binaries.initdb, ['-D', at, '-U', OWNER, `--pwfile=${passwordAt}`, ...initdbChoices], {
      ...user,
      cwd: folder.unfinished,
      env: ENVIRONMENT,
      signal,
      stdio: ['ignore', 'pipe', 'pipe', folderFd, passwordFd],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = await endOf(child);
    signal.throwIfAborted();
    if (ended !== 'code 0') throw initdbFailed(folder, ended, said);
    renameSync(folder.unfinished, folder.cluster);
  } catch (error) {
    rmSync(folder.unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    closeSync(passwordFd);
    closeSync(folderFd);
  }
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
