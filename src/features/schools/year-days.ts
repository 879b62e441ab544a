// A school year day by day: what each is, and why.
import { z } from 'zod';
import { academicYear } from './calendar/academic-year.ts';
import { schoolDay, type SchoolCalendar } from './school-day.ts';

export const yearField = z.coerce
  .number()
  .int()
  .min(2000, 'From 2000 on.')
  .max(2099, 'Until 2099.')
  .optional()
  .describe('2026 for 2026/27, which runs from 1 August to 31 July; this one if left out');

export const yearDaySchema = z.object({
  date: z.string(),
  open: z.boolean(),
  /** A term’s name, or why the school is shut. */
  what: z.string(),
  because: z.enum(['term', 'weekday', 'holidays', 'bank-holiday', 'closure', 'beyond-terms']),
  /** False for an open day after the last for which bank holidays are known. */
  certain: z.boolean(),
});
export type YearDay = z.infer<typeof yearDaySchema>;

export function daysOfYear(calendar: SchoolCalendar, year: number): YearDay[] {
  const { from, to } = academicYear(year);
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: first.until(to).days + 1 }, (_, days) => {
    const date = first.add({ days });
    const day = schoolDay(date, calendar);
    return day.open
      ? { date: date.toString(), open: true, what: day.term, because: 'term', certain: day.certain }
      : { date: date.toString(), open: false, what: day.why, because: day.because, certain: true };
  });
}
