// The calendar of a school as its days are told by: terms, closures, hours, and the bank holidays of its division.
import type { Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { bankHolidaysOf } from './calendar/bank-holidays.ts';
import type { CalendarLine } from './calendar/calendar-line.ts';
import { calendarLines, holidayListRow } from './calendar-queries.ts';
import { schoolRow } from './queries.ts';
import type { SchoolCalendar } from './school-day.ts';
import type { Closure, Division, WeeklyHours } from './terms.ts';

export async function schoolCalendar(db: Db, schoolId: string): Promise<SchoolCalendar> {
  const [school, lines, list] = await Promise.all([
    schoolRow(db, schoolId),
    calendarLines(db, schoolId),
    holidayListRow(db, schoolId),
  ]);
  if (!school) throw fail.notFound('school');
  const division = school.division as Division;
  const { holidays, knownUntil } = bankHolidaysOf(division, list);
  return {
    division,
    terms: termsOf(lines),
    closures: closuresOf(lines),
    weeklyHours: school.hours as WeeklyHours,
    bankHolidays: holidays,
    holidaysKnownUntil: knownUntil,
  };
}

export const termsOf = (lines: readonly CalendarLine[]) =>
  lines.filter(({ kind }) => kind === 'term').map(({ name, starts, ends }) => ({ name, starts, ends }));

export const closuresOf = (lines: readonly CalendarLine[]): Closure[] =>
  lines.flatMap(({ kind, name, starts, ends }) =>
    kind === 'term' ? [] : [{ kind, date: starts, ...(ends === starts ? {} : { until: ends }), why: name }],
  );
