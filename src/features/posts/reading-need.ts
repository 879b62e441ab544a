// Who must read a post before it goes out, from the settings in force. Pure.
import type { Ruling } from '#kernel/policy.ts';

export type SecondReader = 'off' | 'advised' | 'required';

export interface NeedFacts {
  /** The ruling for each account chosen (overrides may differ). */
  readonly secondReader: readonly Ruling<SecondReader>[];
  readonly approver: Ruling<readonly string[]>;
  readonly clearanceBy: Ruling<readonly string[]>;
  readonly emergencyRule: Ruling<{ readonly people: number | null; readonly roles: readonly string[] }>;
  /** The strongest finding. */
  readonly outcome: 'clear' | 'warn' | 'review' | 'block';
  /** Clauses of findings that need a named person. */
  readonly reviewClauses: readonly string[];
  readonly hasPictures: boolean;
  readonly pictureClauses: readonly string[];
  /** For a press release: who deals with the press, and the clauses that say so. */
  readonly press: { readonly lead: Ruling<string>; readonly clauses: readonly string[] } | null;
  readonly emergency: boolean;
  /** Why the author leaves an advised reader out; empty when they do not. */
  readonly withoutReader: string;
}

export interface Need {
  /** Nobody need read it: it goes out on its author's word. */
  readonly none: boolean;
  readonly roles: readonly string[];
  /** How many different people must agree. */
  readonly people: number;
  readonly clauses: readonly string[];
  readonly why: 'second-reader' | 'clearance' | 'press' | 'picture' | 'emergency' | 'advised' | 'nobody';
}

const WEIGHT: Readonly<Record<SecondReader, number>> = { off: 0, advised: 1, required: 2 };

/** The strictest of what the accounts, the findings, the pictures and the kind of post ask. */
export function readingNeed(facts: NeedFacts): Need {
  const strictest = [...facts.secondReader].sort((one, other) => WEIGHT[other.value] - WEIGHT[one.value])[0];
  const reader = strictest?.value ?? 'required';
  const clauses = strictest?.clauses ?? [];
  const need = (why: Need['why'], roles: Ruling<readonly string[]>, because: readonly string[]): Need => ({
    none: false,
    roles: roles.value,
    people: 1,
    clauses: [...new Set(because)],
    why,
  });
  // Also in an emergency, and also with something in question: what is wrong with it then keeps it from being sent.
  if (facts.press) {
    const { lead, clauses: because } = facts.press;
    return need('press', { ...lead, value: [lead.value] }, [
      ...because,
      ...lead.clauses,
      ...(facts.outcome === 'review' ? facts.reviewClauses : []),
    ]);
  }
  if (facts.emergency) {
    const { people, roles } = facts.emergencyRule.value;
    return { none: false, roles, people: people ?? 1, clauses: facts.emergencyRule.clauses, why: 'emergency' };
  }
  if (facts.outcome === 'review')
    return need('clearance', facts.clearanceBy, [...facts.reviewClauses, ...facts.clearanceBy.clauses]);
  if (reader === 'required') return need('second-reader', facts.approver, [...clauses, ...facts.approver.clauses]);
  // An author's word alone never lets a picture out: the approver states separately that it shows no child.
  if (facts.hasPictures) return need('picture', facts.approver, [...facts.pictureClauses, ...facts.approver.clauses]);
  if (reader === 'advised' && facts.withoutReader === '')
    return need('advised', facts.approver, [...clauses, ...facts.approver.clauses]);
  return { none: true, roles: [], people: 0, clauses, why: 'nobody' };
}
