// What one rule is: a name and a search that gives hits. How much a hit matters is the policy's to say.
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Draft, Facts } from './draft.ts';
import type { Decider, MediaPart, RuleName, Severity } from './finding.ts';
import type { Reading } from './reading.ts';

export interface Hit {
  readonly start: number;
  readonly end: number;
  /** One sentence, opening with the words found; `“…”` is put before it by the rule where it reads so. */
  readonly message: string;
  readonly remedy: string;
  readonly fixes?: readonly string[];
  /** The rule is unsure: never more than this, whatever the policy says. */
  readonly atMost?: Severity;
  /** The school itself has said no: stopped, however mildly the policy takes such findings. */
  readonly stops?: boolean;
  readonly who?: Decider;
  readonly contestable?: boolean;
  readonly within?: MediaPart;
}

export interface Looking {
  readonly draft: Draft;
  readonly facts: Facts;
  readonly reading: Reading;
  /** The policy's answer to the setting the rule serves. */
  readonly answer: unknown;
  readonly policy: PolicyInForce;
}

export interface Rule {
  readonly name: RuleName;
  /** Captions and file names are read too. */
  readonly readsMedia?: boolean;
  find(looking: Looking): Hit[];
}

/** Quotes the words found, shortened in the middle when they are long. */
export const quote = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 60)} … ${line.slice(-15)}` : line}”`;
};
