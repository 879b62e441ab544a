// Takes an upload in without holding it in memory: into a file without a name, so that not even a crash leaves it lying.
import { randomBytes } from 'node:crypto';
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceiveUpload } from '#features/media/ports.ts';
import { measured } from './measured.ts';
import { answering, tooLarge } from './storage-failure.ts';

/** @param folder on the disk that has room for uploads; only its owner can look inside */
export function receiveUploadsInto(folder: string): ReceiveUpload {
  return (body, { limitBytes, announcedBytes = 0 }) =>
    answering(async () => {
      if (announcedBytes > limitBytes) throw tooLarge(limitBytes);
      const file = await openNameless(folder);
      try {
        const { bytes, measure } = measured(body, limitBytes);
        await file.writeFile(bytes);
        const { size, sha256 } = measure();
        return { size, sha256, read: () => readWhole(file, size), [Symbol.asyncDispose]: () => file.close() };
      } catch (error) {
        await file.close();
        throw error;
      }
    });
}

/** The name is taken away at once; the room is given back when the file is closed or the process ends. */
async function openNameless(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `upload-${randomBytes(16).toString('hex')}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

async function readWhole(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  for (let filled = 0; filled < size;) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) throw new Error('An upload became shorter while it was being read.');
    filled += bytesRead;
  }
  return bytes;
}
