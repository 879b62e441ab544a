// Writes a file whole or not at all: beside its place first, flushed to the disk, then moved into it.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteStream } from '#features/media/ports.ts';
import { flushFolder, writeFlushed } from '#kernel/flushed-file.ts';

/** Writes `bytes` to a draft in `incoming` and hands its path to `place`; whatever happens, no draft is left. */
export async function withDraft<T>(
  incoming: string,
  bytes: ByteStream,
  place: (draft: string) => Promise<T>,
): Promise<T> {
  const draft = join(incoming, randomBytes(16).toString('hex'));
  try {
    await writeFlushed(draft, bytes, 'wx');
    return await place(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a draft to its place; once this returns it survives a power cut. */
export async function settle(draft: string, place: { readonly folder: string; readonly path: string }): Promise<void> {
  await makeFolder(place.folder);
  await rename(draft, place.path);
  await flushFolder(place.folder);
}

export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await flushFolder(dirname(folder));
}

/** Takes away what a crash left in `incoming`: whatever nobody has written to since `before`. */
export async function sweepDrafts(incoming: string, before: Temporal.Instant): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const facts = await stat(path).catch(() => null);
    if (facts !== null && facts.mtimeMs < before.epochMilliseconds) await rm(path, { force: true });
  }
}
