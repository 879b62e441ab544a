// How somebody stands: confirmed, refused, still in time or overdue. Computed each time it is asked, never kept. Pure.

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

export interface Asked {
  /** The day from which the version asks. */
  readonly since: string;
  /** The day on which the person came into a group that is asked. */
  readonly joined: string;
  readonly days: number | null;
}

/** Once confirmed it stays so; a refusal is never counted as a signature and lasts until they change their mind. */
export function standingOf(asked: Asked, acts: readonly Act[], today: string): Standing {
  const due = dueOn(asked);
  const confirmed = acts.filter(({ outcome }) => outcome === 'confirmed').toSorted(byAge)[0];
  if (confirmed) return { state: 'confirmed', due, act: confirmed };
  const refused = acts.toSorted(byAge).at(-1);
  if (refused) return { state: 'refused', due, act: refused };
  return { state: due !== null && due < today ? 'overdue' : 'due', due, act: null };
}

/** From the day of the version, or from the day somebody joined if that is later. */
export function dueOn({ since, joined, days }: Asked): string | null {
  if (days === null) return null;
  const from = joined > since ? joined : since;
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

const byAge = (one: Act, other: Act): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
