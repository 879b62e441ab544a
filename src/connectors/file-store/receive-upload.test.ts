import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReceiveUpload } from '#features/media/ports.ts';
import { receiveUploadsInto } from './receive-upload.ts';
import { storageFailure } from './storage-failure.ts';

let folder: string;
let receive: ReceiveUpload;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-uploads-'));
  receive = receiveUploadsInto(folder);
});
afterEach(() => rm(folder, { recursive: true }));

/** A web stream as a request's body is one; counts what was taken from it. */
function bodyOf(pieces: number, bytes: number) {
  let taken = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === pieces) return controller.close();
        taken += 1;
        controller.enqueue(new Uint8Array(bytes).fill(taken));
      },
      cancel: () => void (cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { stream, taken: () => taken, cancelled: () => cancelled };
}

test('an upload is read back as it came, can be read twice, and never has a name', async () => {
  const plain = randomBytes(300_000);
  await using upload = await receive([plain.subarray(0, 100_000), plain.subarray(100_000)], { limitBytes: 300_000 });
  expect(upload.size).toBe(300_000);
  expect(upload.sha256).toBe(createHash('sha256').update(plain).digest('hex'));
  expect(Buffer.from(await upload.read()).equals(plain)).toBe(true);
  expect(Buffer.from(await upload.read()).equals(plain)).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test('a body over the limit is refused as soon as it passes it, and the rest is not taken', async () => {
  const { stream, taken, cancelled } = bodyOf(200, 1_000_000);
  await expect(receive(stream, { limitBytes: 25_000_000 })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'upload-too-large',
    message: 'This file is larger than 25 MB.',
  });
  expect(taken()).toBe(26);
  expect(cancelled()).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test('a body that announces too much is refused before its first byte', async () => {
  const { stream, taken } = bodyOf(1, 10);
  await expect(receive(stream, { limitBytes: 100, announcedBytes: 101 })).rejects.toMatchObject({
    code: 'upload-too-large',
  });
  expect(taken()).toBe(0);
});

test('an upload that breaks off leaves nothing', async () => {
  const dead = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) });
  await expect(receive(dead, { limitBytes: 100 })).rejects.toThrow('gone');
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'storage-not-answering'],
])('%s is told as %s, with a way on', (code, told) => {
  const error = Object.assign(new Error('write failed'), { code });
  expect(storageFailure(error)).toMatchObject({ kind: 'unavailable', code: told, remedy: expect.any(String) });
});

test('errors that are not the disk’s stay what they were', () => {
  const error = new Error('something else');
  expect(storageFailure(error)).toBe(error);
});
