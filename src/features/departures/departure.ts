// A departure from the policy as a pure thing: what state it is in, and what is decided on.
import { canonicalText, sha256 } from '#kernel/canonical.ts';

export const OUTCOMES = ['accepted', 'questioned', 'referred', 'declined', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What it looks like today: leave that was given holds until its last day, and is then over by itself. */
export const STATES = ['waiting', ...OUTCOMES, 'ended'] as const;
export type DepartureState = (typeof STATES)[number];

export interface Departure {
  readonly kind: 'beforehand' | 'afterwards';
  readonly outcome: Outcome | null;
  /** Last local date of leave given. */
  readonly permittedUntil: string | null;
}

export function stateOn(departure: Departure, today: string): DepartureState {
  if (departure.outcome === null) return 'waiting';
  const isOver = departure.permittedUntil !== null && departure.permittedUntil < today;
  return departure.outcome === 'accepted' && isOver ? 'ended' : departure.outcome;
}

export interface Written {
  readonly clauseId: string;
  readonly kind: string;
  readonly happensAt: string;
  readonly untilOn: string | null;
  readonly action: string;
  readonly justification: string;
  readonly advice: string;
  readonly replies: readonly string[];
}

/** What the decision is bound to: a further reply makes it another. */
export const hashOf = (written: Written): string =>
  sha256(canonicalText({ ...written, replies: [...written.replies] }));

/** How each answer is counted as a vote. */
export const ANSWERS = {
  accept: { outcome: 'accepted', vote: 'approve' },
  question: { outcome: 'questioned', vote: 'send-back' },
  refer: { outcome: 'referred', vote: 'refuse' },
  decline: { outcome: 'declined', vote: 'refuse' },
} as const;
export type DepartureAnswer = keyof typeof ANSWERS;

/** What has happened cannot be forbidden any more; leave asked for beforehand can be declined. */
export const answersTo = ({ kind }: Pick<Departure, 'kind'>): readonly DepartureAnswer[] =>
  kind === 'beforehand' ? ['accept', 'question', 'refer', 'decline'] : ['accept', 'question', 'refer'];
