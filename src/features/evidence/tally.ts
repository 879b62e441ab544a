// Counts added up: how often something was done, stopped, refused, forbidden, and when it last happened.

export interface Count {
  /** Empty for the entry itself; else a clause that the entry names as its reason. */
  readonly clause: string;
  readonly action: string;
  readonly outcome: string;
  readonly version: string;
  readonly n: number;
  readonly lastAt: string;
}

export interface Tally {
  readonly done: number;
  /** Done, and what it did was to stop something. */
  readonly stopped: number;
  readonly refused: number;
  readonly forbidden: number;
  /** When the newest of them happened. */
  readonly last: string | null;
}

export const NOTHING: Tally = { done: 0, stopped: 0, refused: 0, forbidden: 0, last: null };

const PART: Readonly<Record<string, 'done' | 'stopped' | 'refused' | 'forbidden'>> = {
  done: 'done',
  stopped: 'stopped',
  'refused-by-policy': 'refused',
  forbidden: 'forbidden',
};

export const outcomes = ['done', 'stopped', 'refused-by-policy', 'forbidden'] as const;
export type Outcome = (typeof outcomes)[number];

export function tallyOf(counts: Iterable<Count>): Tally {
  const sum = { done: 0, stopped: 0, refused: 0, forbidden: 0 };
  let last: string | null = null;
  for (const { outcome, n, lastAt } of counts) {
    const part = PART[outcome];
    if (part === undefined) continue;
    sum[part] += n;
    if (last === null || lastAt > last) last = lastAt;
  }
  return { ...sum, last };
}

export const allOf = ({ done, stopped, refused, forbidden }: Tally): number => done + stopped + refused + forbidden;
