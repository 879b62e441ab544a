// What is missing or out of date among the documents that the policy rests on, said so that somebody can put it right. Pure.
import { dayInWords } from '#kernel/day-in-words.ts';
import { namesOther, type GuidanceEntry, type GuidanceRegister } from './guidance.ts';
import type { LinkedLine } from './linked.ts';

export interface ReferenceGap {
  readonly what: 'missing' | 'outdated' | 'superseded' | 'unknown';
  readonly title: string;
  /** What the policy in force calls it, if it names it. */
  readonly named: readonly string[];
  readonly message: string;
  /** What holds instead, where another edition does: with the section to read. */
  readonly instead: string | null;
  readonly href: string;
  readonly clauses: readonly string[];
}

export const gapsOf = (lines: readonly LinkedLine[], guidance: GuidanceRegister): ReferenceGap[] => [
  ...lines.flatMap(linkedGap),
  ...guidance.entries.flatMap((entry) => supersededGaps(entry, guidance.entries)),
  ...guidance.unknown.map(({ title, clauses }): ReferenceGap => ({
    what: 'unknown',
    title,
    named: [title],
    message: `${title}: the policy names it, and it is not in the register.`,
    instead: null,
    href: '/policy/references#guidance',
    clauses,
  })),
];

/** How many there are, said alike on Today, on the page of the policy and in the register; '' where nothing is missing. */
export const gapsInWords = (gaps: readonly ReferenceGap[]): string =>
  gaps.length === 0
    ? ''
    : gaps.length === 1
      ? 'A document that the policy is read with is missing or out of date'
      : `${gaps.length} documents that the policy is read with are missing or out of date`;

function linkedGap({ state, title, named, entry, clauses }: LinkedLine): ReferenceGap[] {
  if (state === 'current') return [];
  const dueOn = state === 'outdated' ? entry?.reviewOn : null;
  return [
    {
      what: dueOn ? 'outdated' : 'missing',
      title,
      named,
      message: dueOn
        ? `${title}: its own review was due on ${dayInWords(dueOn)}.`
        : `${title}: there is no current version in the register.`,
      instead: null,
      href: '/policy/references#linked',
      clauses,
    },
  ];
}

function supersededGaps(entry: GuidanceEntry, all: readonly GuidanceEntry[]): ReferenceGap[] {
  const current = all.find(({ key }) => key === entry.currentKey) ?? entry;
  return entry.named
    .filter((named) => namesOther(current, named))
    .map(({ title, clauses }) => ({
      what: 'superseded' as const,
      title,
      named: [title],
      message: `${title}: a newer edition holds.`,
      instead: insteadOf(current),
      href: `/policy/references#${current.key}`,
      clauses,
    }));
}

/** "Keeping children safe in education, 2026 (Department for Education): Part one". */
export const insteadOf = ({
  title,
  edition,
  body,
  section,
}: Pick<GuidanceEntry, 'title' | 'edition' | 'body' | 'section'>): string =>
  `${title}, ${edition} (${body})${section === '' ? '' : `: ${section}`}`;
