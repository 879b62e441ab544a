// Answers from a school's calendar: is this a school day, when is it open, and how many school hours are left.
import { type DayHours, type SchoolYear, WEEKDAYS } from './terms.ts';

/** School times are clock times in the United Kingdom, whatever zone the reader sits in. */
export const SCHOOL_ZONE = 'Europe/London';

/** The day it is at school. */
export const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate().toString();

export interface Holiday {
  readonly date: string;
  readonly title: string;
}

/** What the school typed in, and the bank holidays of its division as far as they are known. */
export interface SchoolCalendar extends SchoolYear {
  readonly bankHolidays: readonly Holiday[];
  /** The last day for which bank holidays are known: an open day after it may turn out to be one. */
  readonly holidaysKnownUntil: string;
}

export type SchoolDay =
  | {
      readonly open: true;
      readonly term: string;
      readonly hours: DayHours;
      /** False after the last day for which bank holidays are known. */
      readonly certain: boolean;
    }
  /** `beyond-terms`: no term has been entered for a time so late, so nothing can be said of that day. */
  | {
      readonly open: false;
      readonly because: 'weekday' | 'holidays' | 'bank-holiday' | 'closure' | 'beyond-terms';
      readonly why: string;
    };

export function schoolDay(date: Temporal.PlainDate, calendar: SchoolCalendar): SchoolDay {
  const day = date.toString();
  const term = calendar.terms.find(({ starts, ends }) => starts <= day && day <= ends);
  if (!term) {
    if (calendar.terms.some(({ starts }) => starts > day))
      return { open: false, because: 'holidays', why: 'School holidays' };
    return { open: false, because: 'beyond-terms', why: 'No term dates have been entered for this day' };
  }
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  const hours = weekday && calendar.weeklyHours[weekday];
  if (!hours)
    return { open: false, because: 'weekday', why: date.dayOfWeek > 5 ? 'Weekend' : 'Not a day of the school week' };
  const closure = calendar.closures.find((closed) => closed.date <= day && day <= (closed.until ?? closed.date));
  if (closure) return { open: false, because: 'closure', why: closure.why };
  const holiday = calendar.bankHolidays.find((bankHoliday) => bankHoliday.date === day);
  if (holiday) return { open: false, because: 'bank-holiday', why: holiday.title };
  return { open: true, term: term.name, hours, certain: day <= calendar.holidaysKnownUntil };
}

export function isSchoolDay(date: Temporal.PlainDate, calendar: SchoolCalendar): boolean {
  return schoolDay(date, calendar).open;
}

/** The opening hours of one day as instants; null on a day without school. */
export function openingHours(
  date: Temporal.PlainDate,
  calendar: SchoolCalendar,
): { readonly opens: Temporal.Instant; readonly closes: Temporal.Instant } | null {
  const day = schoolDay(date, calendar);
  if (!day.open) return null;
  const at = (time: string) =>
    date.toZonedDateTime({ timeZone: SCHOOL_ZONE, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  return { opens: at(day.hours.opens), closes: at(day.hours.closes) };
}

export function isSchoolOpen(moment: Temporal.Instant, calendar: SchoolCalendar): boolean {
  const hours = openingHours(moment.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate(), calendar);
  return (
    hours !== null &&
    Temporal.Instant.compare(hours.opens, moment) <= 0 &&
    Temporal.Instant.compare(moment, hours.closes) < 0
  );
}

export interface SchoolHours {
  readonly left: Temporal.Duration;
  /** False where a day was counted for which bank holidays are not known yet. */
  readonly certain: boolean;
}

/** Time the school is open between two moments, as really elapsed hours and minutes; zero when `to` is not after `from`. */
export function schoolHoursLeft(from: Temporal.Instant, to: Temporal.Instant, calendar: SchoolCalendar): SchoolHours {
  let milliseconds = 0;
  let certain = true;
  for (const date of datesInTerms(from, to, calendar)) {
    const hours = openingHours(date, calendar);
    if (!hours) continue;
    const start = Math.max(hours.opens.epochMilliseconds, from.epochMilliseconds);
    const end = Math.min(hours.closes.epochMilliseconds, to.epochMilliseconds);
    if (end <= start) continue;
    milliseconds += end - start;
    certain &&= date.toString() <= calendar.holidaysKnownUntil;
  }
  return { left: Temporal.Duration.from({ milliseconds }).round({ largestUnit: 'hours' }), certain };
}

/** Only days within terms are walked, so a question about the year 2100 costs no more than one about next week. */
function* datesInTerms(
  from: Temporal.Instant,
  to: Temporal.Instant,
  calendar: SchoolCalendar,
): Generator<Temporal.PlainDate> {
  const first = from.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate();
  const last = to.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate();
  for (const { starts, ends } of calendar.terms) {
    const start = later(first, Temporal.PlainDate.from(starts));
    const end = earlier(last, Temporal.PlainDate.from(ends));
    for (let date = start; Temporal.PlainDate.compare(date, end) <= 0; date = date.add({ days: 1 })) yield date;
  }
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}
