// The register of linked policies as it stands on a day: what is entered, what the policy names and nobody has entered, what is out of date. Pure.
import { isGuidance, kindOfTitle, LINKED_KINDS, PRESET, sameTitle, type LinkedKind } from './linked-kinds.ts';

/** A document as the policy names it. */
export interface Named {
  readonly title: string;
  readonly clauses: readonly string[];
}

export interface EnteredPolicy {
  readonly id: string;
  readonly kind: LinkedKind;
  readonly title: string;
  readonly namedAs: string;
  readonly belongsTo: 'school' | 'trust';
  readonly ownerId: string | null;
  readonly edition: string;
  readonly place: string;
  readonly reviewOn: string | null;
  readonly checkedAt: string;
}

export type LinkedState = 'current' | 'outdated' | 'missing';

export interface LinkedLine {
  readonly kind: LinkedKind;
  /** What it is called: by the register, else by the policy, else by Gatepost. */
  readonly title: string;
  readonly entry: EnteredPolicy | null;
  readonly state: LinkedState;
  /** What the policy in force calls it, if it names it. */
  readonly named: readonly string[];
  /** Clauses of the policy in force that name it. */
  readonly clauses: readonly string[];
}

/** Entered ones first, then those that are missed; presets in their own order. */
export function linkedLines(entered: readonly EnteredPolicy[], named: readonly Named[], today: string): LinkedLine[] {
  const policies = named.filter(({ title }) => !isGuidance(title));
  const lines = entered.map((entry): LinkedLine => {
    const meant = policies.filter((one) => answers(entry, one));
    return {
      kind: entry.kind,
      title: entry.title,
      entry,
      state: stateOf(entry, today),
      named: meant.map(({ title }) => title),
      clauses: clausesOf(meant),
    };
  });
  const missingNamed = policies
    .filter((one) => !entered.some((entry) => answers(entry, one)))
    .map(({ title, clauses }) => missing(kindOfTitle(title), title, clauses));
  const missingPreset = PRESET.filter(
    (kind) => !entered.some((entry) => entry.kind === kind) && !missingNamed.some((line) => line.kind === kind),
  ).map((kind) => missing(kind, LINKED_KINDS[kind], []));
  return [...lines, ...missingNamed, ...missingPreset].toSorted((one, other) => rank(one) - rank(other));
}

/** In date: there is a version, and the day of its own review has not passed. */
export const stateOf = ({ reviewOn }: EnteredPolicy, today: string): LinkedState =>
  reviewOn !== null && reviewOn < today ? 'outdated' : 'current';

function answers(entry: EnteredPolicy, { title }: Named): boolean {
  if (entry.namedAs !== '') return sameTitle(entry.namedAs, title) || sameTitle(entry.title, title);
  const kind = kindOfTitle(title);
  return kind === 'other' ? sameTitle(entry.title, title) : entry.kind === kind;
}

const clausesOf = (named: readonly Named[]): string[] => [...new Set(named.flatMap(({ clauses }) => clauses))];
const missing = (kind: LinkedKind, title: string, clauses: readonly string[]): LinkedLine => ({
  kind,
  title,
  entry: null,
  state: 'missing',
  named: clauses.length > 0 ? [title] : [],
  clauses,
});
const rank = ({ kind }: LinkedLine): number => Object.keys(LINKED_KINDS).indexOf(kind);
