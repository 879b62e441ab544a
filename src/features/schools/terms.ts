// A school's year as it types it in: its part of the country, terms, closed days and weekly hours, with every date checked.
import { z } from 'zod';

/** Bank holidays differ between the three. */
export const divisionSchema = z.enum(['england-and-wales', 'scotland', 'northern-ireland']);
export type Division = z.infer<typeof divisionSchema>;

/** 1 = Monday to 7 = Sunday, as ISO 8601 counts. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const EARLIEST = '2000-01-01';
const LATEST = '2100-12-31';
const date = z.iso
  .date('Write the date as year-month-day, for example 2026-09-03.')
  .refine((value) => value >= EARLIEST && value <= LATEST, 'The year must lie between 2000 and 2100.');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes, for example 08:45.');
const words = z.string().trim().max(100, 'At most 100 characters.');

/** First and last day with pupils. Half term is a closure inside a term, or the gap between two. */
export const termSchema = z.object({ name: words.min(1, 'Give the term a name.'), starts: date, ends: date });
export type Term = z.infer<typeof termSchema>;

/** A day, or the days from `date` to `until`, on which the school is shut in term time: an INSET day, half term, snow. */
export const closureSchema = z.object({
  kind: z.enum(['holiday', 'inset', 'closure']).optional().describe('Told from the words where it is left out'),
  date,
  until: date.optional(),
  why: words.min(1, 'Say why, for example “INSET day”.'),
});
export type Closure = z.infer<typeof closureSchema>;

export const dayHoursSchema = z.object({ opens: time, closes: time }).refine(({ opens, closes }) => opens < closes, {
  message: 'Closing time must come after opening time.',
  path: ['closes'],
});
export type DayHours = z.infer<typeof dayHoursSchema>;

/** A weekday that is absent is a day without school. */
export const weeklyHoursSchema = z
  .partialRecord(z.enum(WEEKDAYS), dayHoursSchema)
  .refine((hours) => Object.keys(hours).length > 0, 'Give the hours of at least one weekday.');
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>;

export const termsSchema = z
  .array(termSchema)
  .max(100, 'At most 100 terms.')
  .check(({ value, issues }) => {
    for (const issue of termIssues(value)) issues.push({ code: 'custom', input: value, ...issue });
  });

export const closuresSchema = z
  .array(closureSchema)
  .max(1000, 'At most 1,000 closed days.')
  .check(({ value, issues }) => {
    value.forEach((closure, row) => {
      if (closure.until === undefined || closure.until >= closure.date) return;
      issues.push({
        code: 'custom',
        input: value,
        path: [row, 'until'],
        message: `Row ${row + 1} (${closure.why}) ends before it starts.`,
      });
    });
  });

export const schoolYearSchema = z.object({
  division: divisionSchema,
  terms: termsSchema,
  closures: closuresSchema,
  weeklyHours: weeklyHoursSchema,
});
export type SchoolYear = z.infer<typeof schoolYearSchema>;

interface TermIssue {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Terms may be typed in any order; each must end after it starts, and no day may belong to two. Rows count from 1. */
function termIssues(terms: readonly Term[]): TermIssue[] {
  const issues: TermIssue[] = [];
  const rows = terms.map((term, index) => ({ term, index }));
  for (const { term, index } of rows) {
    if (term.ends <= term.starts)
      issues.push({ path: [index, 'ends'], message: `Row ${index + 1} (${term.name}) must end after it starts.` });
  }
  const inOrder = rows
    .filter(({ term }) => term.ends > term.starts)
    .sort((one, other) => (one.term.starts < other.term.starts ? -1 : 1));
  let latest = inOrder[0];
  for (const next of inOrder.slice(1)) {
    if (latest && next.term.starts <= latest.term.ends) {
      const message = `Row ${next.index + 1} (${next.term.name}) starts on ${next.term.starts}, before row ${latest.index + 1} (${latest.term.name}) has ended on ${latest.term.ends}.`;
      issues.push({ path: [next.index, 'starts'], message });
    }
    if (!latest || next.term.ends > latest.term.ends) latest = next;
  }
  return issues;
}
