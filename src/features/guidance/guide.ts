// A guide: a few tips on one subject, each with the reasons for it, bound to the controls beside which it is shown.

export const AUDIENCES = ['staff', 'parents', 'pupils'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Tip {
  readonly tip: string;
  /** Why: nobody keeps a rule for long whose reason they do not know. */
  readonly reasons: readonly string[];
}

export interface Guide {
  /** Part of its address. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly audiences: readonly Audience[];
  /** Where it is shown: beside what these controls do. Their clauses are the ones it rests on. */
  readonly controls: readonly string[];
  /** Questions to ask oneself, where it is about a moment of decision. */
  readonly prompts: readonly string[];
  readonly tips: readonly Tip[];
}
