// A backup gets its name only once all of it lies on the disk and has been read back; whatever goes wrong, nothing half is left.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail } from '#kernel/errors.ts';
import { flushFolder } from '#kernel/flushed-file.ts';
import { handOver } from './hand-over.ts';

/** Bytes gathered before they are written. */
const ENOUGH = 1024 * 1024;
export const PARTIAL = '.partial';

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** @throws when there is such a file already, when the disk is full, or when what lies on the disk is not what was written */
export async function writeWhole(path: string, content: AsyncIterable<Buffer>): Promise<Written> {
  const partial = `${path}${PARTIAL}`;
  try {
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    if (made !== undefined) await handOver(made);
    if (await isThere(path)) throw alreadyThere(path);
    await rm(partial, { force: true }); // of a backup that was killed: only one is made at a time
    const file = await open(partial, 'wx', 0o600);
    let written: Written;
    try {
      written = await writeTo(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    if ((await digestOf(partial)) !== written.sha256) throw readsOtherwise(path);
    await handOver(partial);
    await rename(partial, path);
    await flushFolder(dirname(path));
    return written;
  } catch (error) {
    if ((error as { code?: string }).code !== 'backup-exists') await rm(partial, { force: true }).catch(() => {});
    throw inWords(error, path);
  }
}

async function writeTo(file: FileHandle, content: AsyncIterable<Buffer>): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    for (let rest = held; rest.length > 0;) {
      const { bytesWritten } = await file.writev(rest);
      rest = behind(rest, bytesWritten);
    }
    held = [];
    size = 0;
  };
  for await (const part of content) {
    hash.update(part);
    bytes += part.length;
    size += part.length;
    held.push(part);
    if (size >= ENOUGH) await flush();
  }
  await flush();
  return { bytes, sha256: hash.digest('hex') };
}

/** What is left of the parts after so many bytes of them. */
function behind(parts: readonly Buffer[], written: number): Buffer[] {
  let left = written;
  return parts.flatMap((part) => {
    const taken = Math.min(left, part.length);
    left -= taken;
    return taken === part.length ? [] : [part.subarray(taken)];
  });
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: ENOUGH }) as AsyncIterable<Buffer>)
    hash.update(part);
  return hash.digest('hex');
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const alreadyThere = (path: string) =>
  fail.conflict({
    code: 'backup-exists',
    message: `There is a file ${path} already.`,
    remedy: 'Give another name, or a folder: the backup is then named by its time.',
  });

const readsOtherwise = (path: string) =>
  fail.unavailable({
    code: 'disk-unsound',
    message: `What was written to ${dirname(path)} reads back differently. It was thrown away.`,
    remedy: 'Do not trust this disk: have it checked, and back up to another one.',
  });

function inWords(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) {
    return fail.unavailable({
      code: 'disk-full',
      message: `The disk of ${dirname(path)} is full, so the backup could not be written. Nothing half was left, and older backups are untouched.`,
      remedy: 'Make room there, or back up to another disk.',
      cause: error,
    });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EIO'].includes(code)) {
    return fail.unavailable({
      code: 'folder-not-usable',
      message: `The backup cannot be written to ${dirname(path)} (${code}).`,
      remedy: 'Give a folder that the user Gatepost runs as may write to.',
      cause: error,
    });
  }
  return error;
}
