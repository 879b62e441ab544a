// Lets one through after another, so that twenty photos added together cannot fill the memory.

/**
 * @param waiting how many may stand in the queue
 * @param full made and thrown for those who come when it is full
 */
export function inTurns(waiting: number, full: () => Error) {
  const queue: (() => void)[] = [];
  let busy = false;

  return async function take<T>(work: () => Promise<T>): Promise<T> {
    if (busy && queue.length >= waiting) throw full();
    if (busy) await new Promise<void>((goOn) => void queue.push(goOn)); // whoever ends hands over its turn
    busy = true;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) busy = false;
      else next();
    }
  };
}
