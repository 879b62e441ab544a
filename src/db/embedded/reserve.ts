// A file of ballast in the data folder. A completely full disk stops PostgreSQL from starting; throwing this away lets it.
import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { type DataFolder, handToOwner } from './folder.ts';

const MEGABYTE = 1024 * 1024;
const NEEDED_TO_START = 16 * MEGABYTE;

/** Puts the ballast there, when the disk has room to spare. Random bytes, so that no file system can make them small. */
export function layReserve(folder: DataFolder, bytes: number): 'there' | 'no room' {
  if (statSync(folder.reserve, { throwIfNoEntry: false })?.size === bytes || bytes === 0) return 'there';
  if (freeBytes(folder.root) < bytes * 4) return 'no room';
  const building = `${folder.reserve}.new`;
  const file = openSync(building, 'w', 0o600);
  const block = randomFillSync(Buffer.allocUnsafe(MEGABYTE));
  for (let written = 0; written < bytes;) written += writeSync(file, block, 0, Math.min(MEGABYTE, bytes - written));
  closeSync(file);
  handToOwner(building, folder.owner);
  renameSync(building, folder.reserve);
  return 'there';
}

/** Answers whether there was anything to throw away. */
export function dropReserve(folder: DataFolder): boolean {
  const there = statSync(folder.reserve, { throwIfNoEntry: false }) !== undefined;
  rmSync(folder.reserve, { force: true });
  return there;
}

export function tooFullToStart(folder: DataFolder): boolean {
  return freeBytes(folder.root) < NEEDED_TO_START;
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
