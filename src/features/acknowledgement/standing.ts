// How somebody stands: confirmed, refused, still in time or overdue. Computed each time it is asked, never kept. Pure.
import type { AskedSince } from './basis.ts';

export interface Act {
  readonly outcome: 'confirmed' | 'refused';
  readonly kind: string;
  readonly doneOn: string;
  /** When it was entered; the later one is the newer word. */
  readonly at: string;
  readonly reason: string;
  /** The number of the version of which it was said. */
  readonly n: number;
  readonly recordedBy: string | null;
  readonly paperId: string | null;
  readonly signatureId: string | null;
  /** The other school of the trust where the same human confirmed the same text. */
  readonly elsewhere: string | null;
}

export const STATES = ['overdue', 'refused', 'due', 'confirmed'] as const;
export type State = (typeof STATES)[number];

export interface Standing {
  readonly state: State;
  /** The day by which it should be done; null where the policy sets no time. */
  readonly due: string | null;
  /** What decided, where somebody has said something. */
  readonly act: Act | null;
}

/** By when it is to be done. */
export interface Time {
  /** Counted from the day on which it is asked, or somebody joins; null = no time is set. */
  readonly days: number | null;
  /** Last days of the school’s terms, in their order, where it is to be done within a term; else none. */
  readonly termEnds: readonly string[];
}

export interface Asked extends AskedSince, Time {
  /** The day on which the person came into a group that is asked. */
  readonly joined: string;
}

/** Once confirmed it stays so; a refusal is never counted as a signature and lasts until they change their mind. */
export function standingOf(asked: Asked, acts: readonly Act[], today: string): Standing {
  const due = dueOn(asked);
  const { countsFrom } = asked;
  const counting = acts.filter(({ doneOn }) => countsFrom === null || doneOn >= countsFrom).toSorted(byAge);
  const confirmed = counting.find(({ outcome }) => outcome === 'confirmed');
  if (confirmed) return { state: 'confirmed', due, act: confirmed };
  const refused = counting.at(-1);
  if (refused) return { state: 'refused', due, act: refused };
  return { state: due !== null && due < today ? 'overdue' : 'due', due, act: null };
}

/** From the day it is asked, or from the day somebody joined if that is later. Where no term has been entered, the days hold. */
export function dueOn({ since, joined, days, termEnds }: Asked): string | null {
  const from = joined > since ? joined : since;
  const endOfTerm = termEnds.find((end) => end >= from);
  if (endOfTerm !== undefined) return endOfTerm;
  if (days === null) return null;
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

const byAge = (one: Act, other: Act): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
