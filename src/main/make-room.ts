// When the disk is full, the space kept for that day is given back: reading and stopping must go on working.
import { isFailure } from '#kernel/errors.ts';
import type { Run } from '#kernel/registry.ts';

/** @param makeRoom @returns whether there was any space to give back */
export function makingRoom(run: Run, makeRoom: () => boolean): Run {
  return async (...asked) => {
    try {
      return await run(...asked);
    } catch (error) {
      if (isFailure(error) && error.code === 'disk-full') makeRoom();
      throw error;
    }
  };
}
