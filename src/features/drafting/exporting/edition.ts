// What stands at the head of every exported policy: whose it is, its issue, its author and what is new. Pure.
import { dayInWords } from '#kernel/day-in-words.ts';

export interface Edition {
  readonly title: string;
  readonly school: string;
  /** Whether it is in force, waits for its day, is a draft or a model. */
  readonly standing: string;
  /** As year, month or day; null where it has not been issued. */
  readonly issued: string | null;
  readonly authors: readonly string[];
  /** Date of its last change, as year-month-day. */
  readonly written: string | null;
  readonly changeNote: string;
  readonly sha256: string;
}

/** `2023-09` and `2023-09-14` → “September 2023”; a year alone stays one. */
export const monthInWords = (issued: string): string =>
  issued.length === 4
    ? issued
    : Temporal.PlainDate.from(`${issued.slice(0, 7)}-01`).toLocaleString('en-GB', { month: 'long', year: 'numeric' });

/** Name and value, as every form of the policy lists them. */
export const factsOf = (edition: Edition): (readonly [label: string, value: string])[] => [
  ['School', edition.school],
  ['Standing', edition.standing],
  ['Issued', edition.issued === null ? 'Not issued yet' : monthInWords(edition.issued)],
  ['Author', edition.authors.join(', ') || 'Not recorded'],
  ...(edition.written === null ? [] : [['Version of', dayInWords(edition.written)] as const]),
  ['What is new', edition.changeNote || 'Nothing was noted'],
  ['Fingerprint', edition.sha256],
];
