// A few at a time, and no endless queue: hashing a password takes 32 MB and a thread that files and names also need.
import { fail } from '#kernel/errors.ts';

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** @returns a function that runs what it is given, `most` at once; with `waiting` already in the queue it refuses */
export function inTurns(most: number, waiting: number): InTurn {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= most) {
      if (queue.length >= waiting) throw tooBusy();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}

const tooBusy = () =>
  fail.unavailable({
    code: 'sign-in-busy',
    message: 'Too many people, or programs, are signing in at this moment.',
    remedy: 'Wait half a minute and try again.',
  });
