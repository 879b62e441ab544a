// The default place for files: a folder on the disk, every file locked, each school's apart.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '#features/media/ports.ts';
import { fail } from '#kernel/errors.ts';
import { flushFolder } from '#kernel/flushed-file.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { openStream, sealStream } from '#kernel/sealed-stream.ts';
import { addressKeyOf, addressOf, placeOf, shelvesOf } from './addresses.ts';
import { measured } from './measured.ts';
import { answering, storageFailure } from './storage-failure.ts';
import { makeFolder, settle, sweepDrafts, withDraft } from './whole-file.ts';

/** A draft that nobody has written to for this long belongs to a process that is gone. */
const DRAFT_LIFE = Temporal.Duration.from({ hours: 1 });

export interface FolderFileStoreOptions {
  readonly folder: string;
  /** The installation's master keys; each school's own are derived from them. */
  readonly keys: Keyring;
  readonly now: Temporal.Instant;
}

/** Opens the store and sweeps out what a crash may have left. */
export async function openFolderFileStore({ folder, keys, now }: FolderFileStoreOptions): Promise<FileStore> {
  const incoming = incomingOf(folder);
  await answering(async () => {
    await makeFolder(incoming);
    await sweepDrafts(incoming, now.subtract(DRAFT_LIFE));
  });

  return {
    exists: (address, { school }) => answering(async () => isThere(placeOf(folder, school, address).path)),

    put: (bytes, { school, limitBytes }) =>
      answering(async () => {
        shelvesOf(folder, school); // not a school's id: refused before anything is written
        const { bytes: plain, measure } = measured(bytes, limitBytes);
        const sealed = sealStream(keyringFor(keys, purposeOf(school)), plain, FILE);
        return withDraft(incoming, sealed, async (draft) => {
          const { size, sha256 } = measure();
          const address = addressOf(await addressKeyOf(folder, incoming, keys, school), sha256);
          await settle(draft, placeOf(folder, school, address)); // over an equal file, if there is one
          return { address, sha256, size };
        });
      }),

    read: (address, { school }) =>
      answering(async () => {
        const { path } = placeOf(folder, school, address);
        if (!(await isThere(path))) throw fail.notFound('file');
        const addressKey = await addressKeyOf(folder, incoming, keys, school);
        return checkedBytes(
          path,
          keyringFor(keys, purposeOf(school)),
          (sha256) => addressOf(addressKey, sha256) === address,
        );
      }),

    remove: (address, { school }) =>
      answering(async () => {
        const place = placeOf(folder, school, address);
        if (!(await isThere(place.path))) return;
        await rm(place.path, { force: true });
        await flushFolder(place.folder);
      }),
  };
}

export const FILE = 'file';

/** What a school's files are locked for; they open in no other school. */
export function purposeOf(school: string): string {
  return `files/${school}`;
}

export function incomingOf(folder: string): string {
  return join(folder, 'incoming');
}

/** Unlocks piece by piece and holds the last one back until the whole is known to be what its address says. */
async function* checkedBytes(
  path: string,
  keys: Keyring,
  isRight: (sha256: string) => boolean,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array = new Uint8Array(0);
  try {
    for await (const piece of openStream(keys, createReadStream(path), FILE)) {
      if (held.length > 0) yield held;
      hash.update(piece);
      held = piece;
    }
  } catch (error) {
    throw storageFailure(error);
  }
  if (!isRight(hash.digest('hex'))) {
    throw fail.internal(new Error(`Another file lies at ${path} than the one its address names.`));
  }
  yield held;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
