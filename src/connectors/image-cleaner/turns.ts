// Lets only so many through at once, so that twenty photos added together cannot fill the memory.

/** @param full made and thrown when too many are waiting already */
export function inTurns(limits: { atOnce: number; waiting: number }, full: () => Error) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async function take<T>(work: () => Promise<T>): Promise<T> {
    if (running < limits.atOnce) running += 1;
    else if (queue.length >= limits.waiting) throw full();
    else await new Promise<void>((goOn) => void queue.push(goOn)); // whoever ends hands over its turn
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
