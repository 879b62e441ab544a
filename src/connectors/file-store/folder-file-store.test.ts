import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ByteStream, FileStore } from '#features/media/ports.ts';
import { keyringOf, type Key } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { placeOf } from './addresses.ts';
import { openFolderFileStore } from './folder-file-store.ts';
import { resealFiles } from './reseal-files.ts';

const hill = '01933b6e-0000-7000-8000-000000000001';
const mill = '01933b6e-0000-7000-8000-000000000002';
const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
const limitBytes = 1_000_000;
const key = (): Key => new Secret(new Uint8Array(randomBytes(32)));
const [oldKey, newKey] = [key(), key()];
const keys = keyringOf([oldKey]);

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gatepost-files-')), 'files');
  store = await openFolderFileStore({ folder, keys, now });
});
afterEach(() => rm(dirname(folder), { recursive: true }));

async function gather(bytes: ByteStream): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'address.key')
    .map((entry) => join(entry.parentPath, entry.name));

test.each([0, 1, 65_536, 300_000])(
  'a file of %i bytes is kept, read back and really gone when removed',
  async (size) => {
    const plain = randomBytes(size);
    const stored = await store.put([plain], { school: hill, limitBytes });
    expect(stored.size).toBe(size);
    expect(await store.exists(stored.address, { school: hill })).toBe(true);
    expect((await gather(await store.read(stored.address, { school: hill }))).equals(plain)).toBe(true);
    await store.remove(stored.address, { school: hill });
    await store.remove(stored.address, { school: hill });
    expect(await store.exists(stored.address, { school: hill })).toBe(false);
    await expect(store.read(stored.address, { school: hill })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await filesIn(folder)).toEqual([]);
  },
);

test('nothing of a file can be read on the disk, not even its fingerprint', async () => {
  const words = 'Ada Lovelace, 4 Mill Lane';
  const { address, sha256 } = await store.put([Buffer.from(words)], { school: hill, limitBytes });
  const [path = ''] = await filesIn(folder);
  expect(path).toContain(address);
  expect(path).not.toContain(sha256);
  expect((await readFile(path)).toString('latin1')).not.toContain('Ada');
});

test('equal files of a school are kept once; two schools never share or recognise one', async () => {
  const plain = [Buffer.from('the same picture')];
  const tries = Array.from({ length: 8 }, () => store.put(plain, { school: hill, limitBytes }));
  const addresses = new Set((await Promise.all(tries)).map(({ address }) => address));
  expect(addresses.size).toBe(1);
  const [here = ''] = addresses;
  const there = await store.put(plain, { school: mill, limitBytes });
  expect(there.address).not.toBe(here);
  expect(await store.exists(here, { school: mill })).toBe(false);
  expect(await filesIn(folder)).toHaveLength(2);
});

test('a file too large, or an upload that breaks off, leaves nothing behind', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(100_000);
    throw new Error('the line went dead');
  }
  const put = (bytes: ByteStream) => store.put(bytes, { school: hill, limitBytes });
  await expect(put([Buffer.alloc(limitBytes), Buffer.alloc(1)])).rejects.toMatchObject({ code: 'upload-too-large' });
  await expect(put(broken())).rejects.toThrow('the line went dead');
  expect(await filesIn(folder)).toEqual([]);
});

test.each([
  ['..', 'a'.repeat(64)],
  ['../../etc', 'a'.repeat(64)],
  ['incoming', 'a'.repeat(64)],
  [hill, '../../../../etc/passwd'],
  [hill, `${'a'.repeat(62)}/.`],
  [hill, 'A'.repeat(64)],
  [hill, ''],
])('school %j and address %j name no file', async (school, address) => {
  await expect(store.read(address, { school })).rejects.toMatchObject({ kind: 'not-found' });
  expect(() => placeOf(folder, school, address)).toThrow('no such file');
});

test('a school that is none is refused before anything is written', async () => {
  await expect(store.put([Buffer.of(1)], { school: '../x', limitBytes })).rejects.toMatchObject({ kind: 'not-found' });
  expect(await readdir(folder)).toEqual(['incoming']);
});

test('a file that was changed, cut short or exchanged on the disk does not read to its end', async () => {
  const put = (fill: number) => store.put([Buffer.alloc(150_000, fill)], { school: hill, limitBytes });
  const [one, two] = [await put(1), await put(2)];
  const pathOf = (address: string) => placeOf(folder, hill, address).path;
  const read = async (address: string) => gather(await store.read(address, { school: hill }));

  const sealed = await readFile(pathOf(one.address));
  await writeFile(pathOf(one.address), sealed.subarray(0, 65_593));
  await expect(read(one.address)).rejects.toMatchObject({ kind: 'internal' });
  sealed[70_000]! ^= 1;
  await writeFile(pathOf(one.address), sealed);
  await expect(read(one.address)).rejects.toMatchObject({ kind: 'internal' });
  await rename(pathOf(two.address), pathOf(one.address));
  await expect(read(one.address)).rejects.toMatchObject({ kind: 'internal' });
});

test('what a crash left is swept at the next start; what is still being written is not', async () => {
  const [dead, alive] = [join(folder, 'incoming', 'dead'), join(folder, 'incoming', 'alive')];
  await writeFile(dead, 'half');
  await writeFile(alive, 'half');
  const at = (text: string) => new Date(Temporal.Instant.from(text).epochMilliseconds);
  await utimes(dead, at('2026-11-20T07:59:00Z'), at('2026-11-20T07:59:00Z'));
  await utimes(alive, at('2026-11-20T08:59:00Z'), at('2026-11-20T08:59:00Z'));
  await openFolderFileStore({ folder, keys, now });
  expect(await readdir(join(folder, 'incoming'))).toEqual(['alive']);
});

test('after a change of key every file keeps its address and the old key can be retired', async () => {
  const plain = randomBytes(200_000);
  const { address } = await store.put([plain], { school: hill, limitBytes });
  await store.put([plain], { school: mill, limitBytes });
  const turned = keyringOf([newKey, oldKey]);
  expect(await resealFiles(folder, turned)).toBe(2);
  expect(await resealFiles(folder, turned)).toBe(0);
  const alone = await openFolderFileStore({ folder, keys: keyringOf([newKey]), now });
  expect((await gather(await alone.read(address, { school: hill }))).equals(plain)).toBe(true);
  expect((await alone.put([plain], { school: hill, limitBytes })).address).toBe(address);
});
