// What is expected to change in the law: Gatepost’s own items with those of the school. Pure.
import type { WatchSeed } from './guidance-seeds.ts';

export interface WatchRow {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly expected: string;
  readonly lookedAt: string | null;
  readonly closedAt: string | null;
  readonly outcome: string;
}

export function watchList(seeds: readonly WatchSeed[], rows: readonly WatchRow[]): WatchRow[] {
  const own = new Set(rows.map(({ key }) => key));
  const fresh = seeds
    .filter(({ key }) => !own.has(key))
    .map((seed) => ({ ...seed, lookedAt: null, closedAt: null, outcome: '' }));
  return [...fresh, ...rows];
}
