// Does what somebody completed still count today, and until when? Computed from what was recorded, never stored. Pure.

export interface Completion {
  readonly edition: number;
  /** A day, in the school's zone. */
  readonly completedOn: string;
  /** What a certificate says of itself; null for everything else. */
  readonly statedEnd: string | null;
}

export interface Rule {
  /** Editions before this one no longer count. */
  readonly countsFrom: number;
  /** Months after which it is repeated; null = never. */
  readonly months: number | null;
}

/** The last day on which it counts; null where it has no end. */
export function lastDayOf({ completedOn, statedEnd }: Completion, { months }: Rule): string | null {
  const repeated = months === null ? null : Temporal.PlainDate.from(completedOn).add({ months }).toString();
  if (repeated === null || statedEnd === null) return repeated ?? statedEnd;
  return repeated < statedEnd ? repeated : statedEnd;
}

export type Standing<C extends Completion = Completion> =
  | { readonly is: 'never' }
  /** `until` null = it has no end. */
  | { readonly is: 'valid'; readonly by: C; readonly until: string | null }
  /** Ended on `until`; null = a newer edition asks everybody again. */
  | { readonly is: 'over'; readonly by: C; readonly until: string | null };

/** The longest of several that count; else the last that did. */
export function standingOf<C extends Completion>(completions: readonly C[], rule: Rule, today: string): Standing<C> {
  const [longest] = completions
    .filter(({ edition }) => edition >= rule.countsFrom)
    .map((by) => ({ by, until: lastDayOf(by, rule) }))
    .toSorted((one, other) => (other.until ?? NEVER).localeCompare(one.until ?? NEVER));
  if (longest !== undefined)
    return { is: longest.until === null || longest.until >= today ? 'valid' : 'over', ...longest };
  const [last] = completions.toSorted((one, other) => other.completedOn.localeCompare(one.completedOn));
  return last === undefined ? { is: 'never' } : { is: 'over', by: last, until: null };
}

const NEVER = '9999-12-31';
