// Which part of the page is which part of the freshly drawn one: by its key, or else by its kind and its place in the row.

export interface Part {
  /** What sort of thing it is: only the same sort is brought up to date in place. */
  readonly kind: string;
  /** What it is about; a part with a key is never taken for another. */
  readonly key: string;
}

/** @returns for each part of `after`, where in `before` it stands, or null where it is new */
export function matched(before: readonly Part[], after: readonly Part[]): (number | null)[] {
  const waiting = new Map<string, number[]>();
  before.forEach((part, index) => {
    const name = nameOf(part);
    waiting.set(name, [...(waiting.get(name) ?? []), index]);
  });
  return after.map((part) => waiting.get(nameOf(part))?.shift() ?? null);
}

const nameOf = ({ kind, key }: Part): string => `${kind} ${key}`;
