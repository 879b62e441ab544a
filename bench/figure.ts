// One line of the benchmark, and the small arithmetic that every benchmark needs.

export interface Figure {
  /** What was measured, such as `Ledger verification`. */
  readonly figure: string;
  /** As it is read: `68 %`, `1.3 ×`, `4.2 s`. */
  readonly value: string;
  /** The limit, such as `≥ 50 %`; `–` where the figure is only shown beside another. */
  readonly goal: string;
  /** Null where there is no goal. */
  readonly met: boolean | null;
  /** What it was measured against, in the same run. */
  readonly against: string;
}

export const share = (ratio: number): string => `${Math.round(ratio * 100)} %`;

/** The middle one; of an even number the lower of the two. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The smallest value that so many per cent of them do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
