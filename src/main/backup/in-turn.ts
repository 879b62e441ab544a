// Several pieces of work under way at once, their results handed on in the order in which they were asked for.
/** @param atOnce how many may be under way, and so how much is held */
export async function* inTurn<In, Out>(
  source: AsyncIterable<In>,
  atOnce: number,
  work: (one: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const under: Promise<Out>[] = [];
  for await (const one of source) {
    const promise = work(one);
    promise.catch(() => {}); // told where it is awaited
    under.push(promise);
    if (under.length >= atOnce) yield await under.shift()!;
  }
  while (under.length > 0) yield await under.shift()!;
}
