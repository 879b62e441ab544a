// Which user of the machine runs the database server: never root, because PostgreSQL refuses and is right to.
import { execFileSync } from 'node:child_process';
import { trouble } from './trouble.ts';

export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Nothing, unless we are root. Then: whoever owns the database already; else the user asked for; else the owner of the
 * data folder; else `postgres`, else `nobody`. A bare number will not do: initdb wants a name for it.
 */
export function chooseOsUser(ask: {
  readonly clusterOwner: OsUser | undefined;
  readonly folderOwner: OsUser;
  readonly asked: string | undefined;
}): OsUser | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  if (ask.clusterOwner !== undefined && ask.clusterOwner.uid !== 0) return ask.clusterOwner;
  if (ask.asked !== undefined) {
    const user = userNamed(ask.asked);
    if (user !== undefined && user.uid !== 0) return user;
    throw trouble(
      `The database cannot run as "${ask.asked}": ${user === undefined ? 'there is no such user on this machine' : 'PostgreSQL refuses to run as root'}.`,
      'Set GATEPOST_OS_USER to an ordinary user of this machine, or leave it out.',
    );
  }
  const { folderOwner } = ask;
  if (folderOwner.uid !== 0 && idOf(['-un', String(folderOwner.uid)]) !== undefined) return folderOwner;
  const fallback = userNamed('postgres') ?? userNamed('nobody');
  if (fallback !== undefined) return fallback;
  throw trouble(
    'Gatepost was started as root, and PostgreSQL must not run as root, but this machine has neither a user "postgres" nor "nobody".',
    'Make a user for it (useradd --system gatepost) and set GATEPOST_OS_USER to its name, or start Gatepost as an ordinary user.',
  );
}

/** "alice", or "user 1004" where the machine knows no name. */
export function nameOfUser(uid: number): string {
  return idOf(['-un', String(uid)]) ?? `user ${uid}`;
}

function userNamed(name: string): OsUser | undefined {
  if (name.startsWith('-')) return undefined;
  const uid = idOf(['-u', name]);
  const gid = idOf(['-g', name]);
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function idOf(args: readonly string[]): string | undefined {
  try {
    return execFileSync('id', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}
