import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMasterKeys, parseMasterKeys, rotateMasterKeys } from './master-key.ts';
import { needsRotation, openText, seal } from './secret-box.ts';
import { Secret } from './secret.ts';

let data: string;
let folder: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'gatepost-keys-'));
  folder = join(data, 'keys');
});
afterEach(() => rm(data, { recursive: true }));

test('the first start makes a key that only its owner can read; later starts read the same one', async () => {
  const first = await openMasterKeys(folder, { create: true });
  const again = await openMasterKeys(folder, { create: false });
  expect(again.current).toBe(first.current);
  expect(openText(again, seal(first, 'seed', 'here'), 'here')).toBe('seed');
  expect((await stat(join(folder, 'master.keys'))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await readdir(folder)).toEqual(['master.keys']);
});

test('two processes that start at once end with the same key', async () => {
  const rings = await Promise.all(Array.from({ length: 8 }, () => openMasterKeys(folder, { create: true })));
  expect(new Set(rings.map((ring) => ring.current)).size).toBe(1);
  expect(await readdir(folder)).toEqual(['master.keys']);
});

test('a lost key is not replaced in silence', async () => {
  await expect(openMasterKeys(folder, { create: false })).rejects.toMatchObject({ code: 'master-key-missing' });
  await openMasterKeys(folder, { create: true });
  await rm(join(folder, 'master.keys'));
  await expect(openMasterKeys(folder, { create: false })).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await readdir(folder)).toEqual([]);
});

test('a key that others can read is refused, with the command that mends it', async () => {
  await openMasterKeys(folder, { create: true });
  await chmod(join(folder, 'master.keys'), 0o640);
  await expect(openMasterKeys(folder, { create: false })).rejects.toMatchObject({
    code: 'master-key-readable-by-others',
    remedy: expect.stringContaining(`chmod 600 '${join(folder, 'master.keys')}'`),
  });
  await chmod(join(folder, 'master.keys'), 0o600);
  await chmod(folder, 0o755);
  await expect(openMasterKeys(folder, { create: true })).rejects.toThrow(/mode 755/);
});

test('a damaged key file says so and shows nothing of it', async () => {
  await openMasterKeys(folder, { create: true });
  await writeFile(join(folder, 'master.keys'), 'hunter2\n');
  const told = await openMasterKeys(folder, { create: false }).catch((error: unknown) => inspect(error));
  expect(told).toContain('master-key-malformed');
  expect(told).not.toContain('hunter2');
});

test('a new key takes over and the old one still opens what it locked', async () => {
  const before = await openMasterKeys(folder, { create: true });
  const sealed = seal(before, 'seed', 'here');
  const after = await rotateMasterKeys(folder);
  expect(after.current).not.toBe(before.current);
  expect([...after.keys.keys()]).toEqual([after.current, before.current]);
  expect(openText(after, sealed, 'here')).toBe('seed');
  expect(needsRotation(after, sealed)).toBe(true);
  const third = await rotateMasterKeys(folder);
  expect([...third.keys.keys()]).toEqual([third.current, after.current, before.current]);
  expect((await stat(join(folder, 'master.keys'))).mode & 0o777).toBe(0o600);
});

test('an interrupted change of key leaves the old one in force and says what to do', async () => {
  const before = await openMasterKeys(folder, { create: true });
  await writeFile(join(folder, 'master.keys.next'), 'half');
  await expect(rotateMasterKeys(folder)).rejects.toMatchObject({ kind: 'conflict', code: 'key-change-under-way' });
  expect((await openMasterKeys(folder, { create: false })).current).toBe(before.current);
});

test('the key may come as words of the configuration, and is the same key', async () => {
  const ring = await openMasterKeys(folder, { create: true });
  const text = await readFile(join(folder, 'master.keys'), 'utf8');
  expect(parseMasterKeys(new Secret(text)).current).toBe(ring.current);
  const key = text.split('\n').at(-2) ?? '';
  const standard = Buffer.from(key, 'base64url').toString('base64');
  expect(parseMasterKeys(new Secret(`${standard}, ${'A'.repeat(43)}`)).keys.size).toBe(2);
});

test.each(['', '# only words', 'short', `${'A'.repeat(42)}!`, `${'A'.repeat(43)} ${'A'.repeat(44)}`])(
  'the key %j is refused',
  (text) => {
    expect(() => parseMasterKeys(new Secret(text))).toThrow(/32 bytes/);
  },
);
