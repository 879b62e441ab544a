// A line of the school's calendar, a term, holiday, INSET day or closure, and what must be true of it.
import { z } from 'zod';
import { academicYearOf } from './academic-year.ts';

export const LINE_KINDS = ['term', 'holiday', 'inset', 'closure'] as const;
export const lineKindSchema = z.enum(LINE_KINDS);
export type LineKind = (typeof LINE_KINDS)[number];

const EARLIEST = '2000-01-01';
const LATEST = '2100-12-31';
const day = z.iso
  .date('Write the date as year-month-day, for example 2026-09-03.')
  .refine((value) => value >= EARLIEST && value <= LATEST, 'The year must lie between 2000 and 2100.');

export const lineFields = {
  kind: lineKindSchema.describe('A term, a holiday or half-term, an INSET day, or another closure'),
  name: z
    .string()
    .trim()
    .min(1, 'Say what it is called, for example “Autumn term” or “INSET day”.')
    .max(100, 'At most 100 characters.'),
  starts: day.describe('First day'),
  ends: day.describe('Last day; the same as the first for a single day'),
};

export interface CalendarLine {
  readonly kind: LineKind;
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
}

export interface LineProblem {
  readonly field: 'starts' | 'ends';
  readonly message: string;
}

const LONGEST_DAYS: Readonly<Record<LineKind, number>> = { term: 200, holiday: 70, inset: 5, closure: 70 };
const KIND_WORDS: Readonly<Record<LineKind, string>> = {
  term: 'a term',
  holiday: 'a holiday',
  inset: 'INSET days',
  closure: 'a closure',
};

/** @param others the rest of the calendar, without the line itself */
export function lineProblem(line: CalendarLine, others: readonly CalendarLine[]): LineProblem | null {
  const { kind, starts, ends } = line;
  if (ends < starts) return { field: 'ends', message: 'The last day lies before the first.' };
  const length = daysFrom(starts, ends);
  if (length > LONGEST_DAYS[kind]) {
    const most = LONGEST_DAYS[kind];
    return {
      field: 'ends',
      message: `That would be ${length} days; ${KIND_WORDS[kind]} of more than ${most} is a slip.`,
    };
  }
  if (kind === 'term' && academicYearOf(starts) !== academicYearOf(ends))
    return { field: 'ends', message: 'A term lies within one school year, from 1 August to 31 July.' };
  const other = others.find((one) => one.kind === kind && one.starts <= ends && starts <= one.ends);
  if (other) {
    const message = `${other.name} (${daysInWords(other)}) has some of these days already. Change that one, or these days.`;
    return { field: other.starts <= starts ? 'starts' : 'ends', message };
  }
  const swallowed =
    kind === 'term' ? undefined : others.find((one) => one.kind === 'term' && starts <= one.starts && one.ends <= ends);
  if (swallowed) return { field: 'ends', message: `The whole of ${swallowed.name} would be shut.` };
  return null;
}

export const daysInWords = ({ starts, ends }: Pick<CalendarLine, 'starts' | 'ends'>): string =>
  starts === ends ? starts : `${starts} to ${ends}`;

export const daysFrom = (starts: string, ends: string): number =>
  Temporal.PlainDate.from(starts).until(Temporal.PlainDate.from(ends)).days + 1;
