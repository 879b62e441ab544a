// What root makes in somebody's folder belongs to that somebody, who may be the one to start Gatepost tomorrow.
import { lchown, lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** To the owner of the folder it lies in, with all that is below it. Nothing happens where we are not root. */
export async function handOver(path: string): Promise<void> {
  if (process.geteuid?.() !== 0) return;
  const { uid, gid } = await lstat(dirname(path));
  await giveAll(path, uid, gid);
}

async function giveAll(path: string, uid: number, gid: number): Promise<void> {
  if ((await lstat(path)).isDirectory()) {
    for (const name of await readdir(path)) await giveAll(join(path, name), uid, gid);
  }
  await lchown(path, uid, gid);
}
