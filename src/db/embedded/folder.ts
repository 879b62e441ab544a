// Where the built-in database keeps its things inside the data folder, and who owns that folder.
import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  const wanted = resolve(dataDir);
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    const root = realpathSync(wanted);
    const { uid, gid } = statSync(root);
    const owner = { uid, gid };
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
      owner,
    };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw trouble(
        `${wanted} cannot be the data folder: it is, or lies below, a file.`,
        'Set GATEPOST_DATA to a folder.',
        error,
      );
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw trouble(
        `The data folder ${wanted} cannot be made or opened by ${nameOfUser(process.geteuid?.() ?? -1)} (${code}).`,
        'Give that user the folder, or set GATEPOST_DATA to one it may write.',
        error,
      );
    }
    throw error;
  }
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
