// One school year, day by day: what each is, what stands in the calendar, and how far it reaches.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { academicYear, academicYearOf } from '../calendar/academic-year.ts';
import { calendarLines, sourceRow } from '../calendar-queries.ts';
import { lineKindSchema } from '../calendar/calendar-line.ts';
import { schoolCalendar } from '../school-calendar.ts';
import { dayOf } from '../school-day.ts';
import { daysOfYear, yearDaySchema, yearField } from '../year-days.ts';

const holiday = z.object({ date: z.string(), title: z.string() });

export const readCalendar = defineAction({
  name: 'schools.readCalendar',
  kind: 'read',
  summary: 'Read a school year: every day of it, its terms and closures, bank holidays, and how far it is known.',
  route: 'GET /school/calendar',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'schools:read',
  input: z.object({
    year: yearField,
  }),
  output: z.object({
    year: z.number(),
    today: z.string(),
    days: z.array(yearDaySchema),
    lines: z.array(
      z.object({
        id: z.uuid(),
        kind: lineKindSchema,
        name: z.string(),
        starts: z.string(),
        ends: z.string(),
        imported: z.boolean(),
      }),
    ),
    schoolDays: z.number(),
    bankHolidays: z.array(holiday),
    bankHolidaysKnownUntil: z.string(),
    termsEnd: z.string().nullable(),
    weeklyHours: z.record(z.string(), z.object({ opens: z.string(), closes: z.string() })),
    /** Only for those who keep the calendar. */
    source: z
      .object({
        address: z.string().nullable(),
        isAsked: z.boolean(),
        fetchedAt: z.string().nullable(),
        outcome: z.enum(['same', 'changed', 'failed']).nullable(),
        problem: z.string(),
        waiting: z.object({ name: z.string(), since: z.string() }).nullable(),
      })
      .nullable(),
  }),
  controls: ['schools.calendar'],
}).handle(async ({ db, scopeId, at, actor }, { year: wanted }) => {
  const [calendar, lines, source] = await Promise.all([
    schoolCalendar(db, scopeId),
    calendarLines(db, scopeId),
    sourceRow(db, scopeId),
  ]);
  const today = dayOf(at);
  const year = wanted ?? academicYearOf(today);
  const { from, to } = academicYear(year);
  const days = daysOfYear(calendar, year);
  return {
    year,
    today,
    days,
    lines: lines
      .filter(({ starts, ends }) => starts <= to && from <= ends)
      .map(({ eventKey, ...line }) => ({ ...line, imported: eventKey !== null })),
    schoolDays: days.filter(({ open }) => open).length,
    bankHolidays: calendar.bankHolidays.filter(({ date }) => from <= date && date <= to),
    bankHolidaysKnownUntil: calendar.holidaysKnownUntil,
    termsEnd:
      calendar.terms
        .map(({ ends }) => ends)
        .toSorted()
        .at(-1) ?? null,
    weeklyHours: calendar.weeklyHours,
    source: keepers.allows(actor) ? shownSource(source) : null,
  };
});

function shownSource(source: Awaited<ReturnType<typeof sourceRow>>) {
  return {
    address: source?.address ?? null,
    isAsked: isUnanswered(source?.asked_at ?? null, source?.fetched_at ?? null),
    fetchedAt: source?.fetched_at ?? null,
    outcome: (source?.outcome ?? null) as 'same' | null,
    problem: source?.problem ?? '',
    waiting: source?.waiting_since ? { name: source.waiting_name, since: source.waiting_since } : null,
  };
}

/** Both as the database writes moments. */
const isUnanswered = (asked: string | null, fetched: string | null): boolean =>
  asked !== null && (fetched === null || fetched < asked);
