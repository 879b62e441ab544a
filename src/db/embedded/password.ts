// The database's password: made once, kept beside the data in a file only its owner may read, never typed by anybody.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import type { DataFolder } from './folder.ts';
import { handToOwner } from './folder.ts';
import type { OsUser } from './os-user.ts';
import { codeOf, trouble } from './trouble.ts';

const SHAPE = /^[A-Za-z0-9_-]{43}$/; // 32 bytes in base64url

export function makePassword(folder: DataFolder): string {
  const password = randomBytes(32).toString('base64url');
  const building = `${folder.password}.new`;
  const file = openSync(building, 'w', 0o600);
  writeSync(file, `${password}\n`);
  fsyncSync(file);
  closeSync(file);
  chmodSync(building, 0o600);
  handToOwner(building, folder.owner);
  renameSync(building, folder.password);
  return password;
}

export function readPassword(folder: DataFolder): string {
  let text: string;
  try {
    text = readFileSync(folder.password, 'utf8').trim();
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT';
    throw wrongPassword(folder, missing ? 'is missing' : `cannot be read (${codeOf(error) ?? 'unknown error'})`, error);
  }
  if (!SHAPE.test(text)) throw wrongPassword(folder, 'is damaged');
  return text;
}

export function wrongPassword(folder: DataFolder, how: string, cause?: unknown) {
  return trouble(
    `The key to the database, ${folder.password}, ${how}. The data in ${folder.cluster} is still there, but cannot be opened without it.`,
    'Put that file back from your backup of the data folder. Do not delete anything.',
    cause,
  );
}

/** Opens the password for initdb, readable by that user, as a file that has no name any more. The caller closes it. */
export function passwordForInitdb(folder: DataFolder, password: string, user: OsUser | undefined): number {
  const path = `${folder.password}.initdb`;
  rmSync(path, { force: true });
  const writing = openSync(path, 'wx', 0o600);
  try {
    writeSync(writing, `${password}\n`);
    if (user !== undefined) chownSync(path, user.uid, user.gid);
    return openSync(path, 'r');
  } finally {
    closeSync(writing);
    rmSync(path, { force: true });
  }
}
