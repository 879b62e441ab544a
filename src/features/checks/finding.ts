// What a check says: the closed list of rules, and the shape of one finding.

export const ruleNames = [
  'pupil-full-name',
  'pupil-identifiable',
  'personal-email',
  'personal-phone',
  'postal-address',
  'personal-identifier',
  'named-adult',
  'derogatory',
  'offensive',
  'discriminatory',
  'opinion',
  'commitment',
  'extremism',
  'confidential',
  'live-location',
  'private-contact',
  'personal-gain',
  'copyright',
  'suspicious-link',
  'child-media',
  'missing-alt',
  'unsigned',
  'no-category',
  'incident-in-progress',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** warn = the author looks again; review = a named person decides; block = stopped until changed. */
export type Severity = 'warn' | 'review' | 'block';
export type Outcome = 'clear' | Severity;

const ranks: readonly Outcome[] = ['clear', 'warn', 'review', 'block'];
export const isStronger = (one: Outcome, other: Outcome): boolean => ranks.indexOf(one) > ranks.indexOf(other);
export const strongest = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce((most, outcome) => (isStronger(outcome, most) ? outcome : most), 'clear' as Outcome);

/** Where the words stand when it is not the draft's own text. */
export interface MediaPart {
  /** Number of the picture in the draft, from 0. */
  readonly media: number;
  readonly part: 'alt' | 'fileName';
}

/** Who may let a finding through; null when no one can. The names are those of responsibilities in a school. */
export type Decider = 'author' | 'headteacher' | 'dsl' | null;

export interface Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly clauses: readonly string[];
  /** The policy is silent, and Gatepost's default decides. */
  readonly byDefault: boolean;
  /** UTF-16 offsets; start and end are equal where something is missing. */
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly message: string;
  readonly remedy: string;
  /** Exact words a button puts in place of the excerpt, best first. */
  readonly fixes: readonly string[];
  readonly who: Decider;
  /** The author may say "this is somebody else", and a named person then decides. */
  readonly contestable: boolean;
  readonly within?: MediaPart;
}
