// What the doctor looks with. Handed in, so that a full disk and a wrong clock can be tried.
import { statfs } from 'node:fs/promises';
import { pagesState } from '../build-pages.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';

export interface Room {
  readonly free: number;
  readonly total: number;
}

export interface Tools {
  readonly clock: Clock;
  readonly roomOf: (folder: string) => Promise<Room>;
  readonly pages: () => ReturnType<typeof pagesState>;
  /** How long another machine may take to answer. */
  readonly patienceMs: number;
}

export const realTools: Tools = {
  clock: systemClock,
  async roomOf(folder) {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  },
  pages: pagesState,
  patienceMs: 10_000,
};
