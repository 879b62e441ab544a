// Files that survive a power cut: what they hold, and that they are there.
import { open } from 'node:fs/promises';

/**
 * Only its owner may read it; once this returns, all of it lies on the disk.
 * @param flag `wx` where there must be none yet, `w` where an older one is written over
 */
export async function writeFlushed(
  path: string,
  content: string | AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  flag: 'w' | 'wx',
): Promise<void> {
  const file = await open(path, flag, 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What was made, moved or taken away in a folder stays so only once the folder itself is flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
