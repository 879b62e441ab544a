// Where a school's file lies: computed with a key of that school, so that equal files of two schools cannot be matched.
import { createHmac, randomBytes } from 'node:crypto';
import { link, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '#kernel/errors.ts';
import { isId } from '#kernel/id.ts';
import { KEY_BYTES, type Keyring } from '#kernel/keyring.ts';
import { open, seal } from '#kernel/secret-box.ts';
import { makeFolder, withDraft } from './whole-file.ts';

const SHAPE = /^[0-9a-f]{64}$/;
const KEY_FILE = 'address.key';

export interface Place {
  readonly folder: string;
  readonly path: string;
}

/** HMAC-SHA-256 of the file's SHA-256 under the school's address key. */
export function addressOf(addressKey: Uint8Array, sha256: string): string {
  return createHmac('sha256', addressKey).update(sha256, 'hex').digest('hex');
}

/** Anything but a school's id and an address is not found, so no path leads out of the folder. */
export function placeOf(folder: string, school: string, address: string): Place {
  if (!SHAPE.test(address)) throw fail.notFound('file');
  const shelf = join(shelvesOf(folder, school), address.slice(0, 2));
  return { folder: shelf, path: join(shelf, address) };
}

export function shelvesOf(folder: string, school: string): string {
  if (!isId(school)) throw fail.notFound('file');
  return join(folder, school);
}

/** The key lies locked beside the files and goes with them into backups; it stays the same when the master key changes. */
export function placeOfAddressKey(folder: string, school: string): Place & { context: string } {
  const shelves = shelvesOf(folder, school);
  return { folder: shelves, path: join(shelves, KEY_FILE), context: `address-key/${school}` };
}

/** The school's address key, made when its first file arrives. */
export async function addressKeyOf(folder: string, incoming: string, keys: Keyring, school: string) {
  const place = placeOfAddressKey(folder, school);
  const found = await readIfThere(place.path);
  if (found !== null) return open(keys, found, place.context);
  await makeFolder(place.folder);
  await withDraft(incoming, [seal(keys, randomBytes(KEY_BYTES), place.context)], async (draft) => {
    await link(draft, place.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // two first files at once: one key wins
    });
  });
  return open(keys, await readFile(place.path), place.context);
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
