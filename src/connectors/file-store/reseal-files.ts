// After a change of the master key: locks every stored file afresh with the new one, so that the old one can be retired.
import { createReadStream } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { isId } from '#kernel/id.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { HEADER_BYTES } from '#kernel/sealed-format.ts';
import { openStream, sealStream } from '#kernel/sealed-stream.ts';
import { needsRotation, reseal } from '#kernel/secret-box.ts';
import { placeOf, placeOfAddressKey, shelvesOf } from './addresses.ts';
import { FILE, incomingOf, purposeOf } from './folder-file-store.ts';
import { answering } from './storage-failure.ts';
import { settle, withDraft } from './whole-file.ts';

/**
 * Addresses stay. Can be stopped and begun again; run it while nothing else uses the folder.
 * @returns how many files were locked afresh
 */
export function resealFiles(folder: string, keys: Keyring): Promise<number> {
  return answering(async () => {
    let count = 0;
    for (const school of (await readdir(folder)).filter(isId)) {
      await resealAddressKey(folder, keys, school);
      for (const address of await addressesIn(folder, school)) {
        if (await resealFile(folder, keys, school, address)) count += 1;
      }
    }
    return count;
  });
}

async function resealAddressKey(folder: string, keys: Keyring, school: string): Promise<void> {
  const place = placeOfAddressKey(folder, school);
  const sealed = await readFile(place.path);
  if (!needsRotation(keys, sealed)) return;
  const fresh = reseal(keys, sealed, place.context);
  await withDraft(incomingOf(folder), [fresh], (draft) => settle(draft, place));
}

async function resealFile(folder: string, keys: Keyring, school: string, address: string): Promise<boolean> {
  const place = placeOf(folder, school, address);
  if (!needsRotation(keys, await headerOf(place.path))) return false;
  const ring = keyringFor(keys, purposeOf(school));
  const plain = openStream(ring, createReadStream(place.path), FILE);
  await withDraft(incomingOf(folder), sealStream(ring, plain, FILE), (draft) => settle(draft, place));
  return true;
}

async function addressesIn(folder: string, school: string): Promise<string[]> {
  const entries = await readdir(shelvesOf(folder, school), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)).map((entry) => entry.name);
}

async function headerOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
