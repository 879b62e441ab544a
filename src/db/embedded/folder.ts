// Where the built-in database keeps its things inside the data folder, and who owns that folder.
import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Failure } from '#kernel/errors.ts';
import { nameOfUser, type OsUser } from './os-user.ts';
import { codeOf, trouble } from './trouble.ts';

export interface DataFolder {
  readonly root: string;
  /** The finished database. It appears by a rename, so it is either whole or not there. */
  readonly cluster: string;
  /** How the names of databases in the making begin. */
  readonly unfinished: string;
  readonly password: string;
  readonly log: string;
  readonly reserve: string;
  readonly owner: OsUser;
}

/** Makes the data folder when it is missing, closed to everyone else. The path becomes absolute: `pg` knows a socket by its leading slash. */
export function openDataFolder(dataDir: string): DataFolder {
  const root = makeDataFolder(dataDir);
  const { uid, gid } = statSync(root);
  const self = process.geteuid?.() ?? uid;
  if (self !== 0 && self !== uid) throw belongsToAnother(root, uid, self);
  const cluster = join(root, 'postgres');
  return {
    root,
    cluster,
    unfinished: `${cluster}.new`,
    password: `${cluster}.password`,
    log: `${cluster}.log`,
    reserve: `${cluster}.reserve`,
    owner: { uid, gid },
  };
}

/**
 * @returns the real path of the folder, which is there now
 * @throws a failure that says what stands in the way, and names GATEPOST_DATA
 */
export function makeDataFolder(dataDir: string): string {
  const wanted = resolve(dataDir);
  try {
    makeFolder(wanted);
    return realpathSync(wanted);
  } catch (error) {
    throw cannotBeMade(wanted, error);
  }
}

/** Level by level: Node's own `recursive` never comes back from below /proc, where nothing can be made. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!isFolder(path)) throw error; // another process may have been quicker
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function cannotBeMade(wanted: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return trouble(
      `${wanted} cannot be the data folder: it is, or lies below, a file.`,
      'Set GATEPOST_DATA to a folder.',
      error,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return trouble(
      `The data folder ${wanted} cannot be made or opened by ${nameOfUser(process.geteuid?.() ?? -1)} (${code}).`,
      'Give that user the folder, or set GATEPOST_DATA to one it may write.',
      error,
    );
  }
  return trouble(
    `The data folder ${wanted} cannot be made (${code}).`,
    'Set GATEPOST_DATA to a folder on a disk that can be written to.',
    error,
  );
}

export function belongsToAnother(path: string, ownerUid: number, selfUid: number): Failure {
  const owner = nameOfUser(ownerUid);
  const self = nameOfUser(selfUid);
  return trouble(
    `${path} belongs to ${owner}, and Gatepost was started by ${self}, who may not use it.`,
    `Start Gatepost as ${owner}, or hand the folder over first: sudo chown -R ${selfUid} '${path}'`,
  );
}

/** A file that root made in somebody's data folder belongs to that somebody, who may be the one to start Gatepost tomorrow. */
export function handToOwner(path: string, owner: OsUser): void {
  if (process.geteuid?.() === 0) chownSync(path, owner.uid, owner.gid);
}
