// A recurrence rule as ical.js reads it → the rule that days are walked by; null for one that repeats within a day.
import type ICAL from 'ical.js';
import type { DayRule, Frequency } from './recurring-days.ts';
import { wallOf, type ToSchool } from './event-times.ts';

const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies Frequency[];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LONGEST_INTERVAL = 1_000;

interface Begins {
  readonly wall: Temporal.PlainDateTime;
  readonly toSchool: ToSchool;
}

export function dayRule(recur: ICAL.Recur, begins: Begins): DayRule | null {
  const { freq, interval, count, parts, wkst } = recur;
  if (!FREQUENCIES.includes(freq) || interval < 1 || interval > LONGEST_INTERVAL) return null;
  const numbers = (part: keyof typeof parts): number[] => (parts[part] ?? []).map(Number);
  return {
    frequency: freq as Frequency,
    interval,
    count: count || null,
    until: recur.until ? lastDay(recur.until, begins) : null,
    byDay: (parts.BYDAY ?? []).flatMap((text) => {
      const [, place = '', weekday = ''] = /^([+-]?\d+)?(\w\w)$/.exec(text) ?? [];
      const at = WEEKDAYS.indexOf(weekday);
      return at === -1 ? [] : [{ weekday: at + 1, place: Number(place) }];
    }),
    byMonthDay: numbers('BYMONTHDAY'),
    byMonth: numbers('BYMONTH'),
    byYearDay: numbers('BYYEARDAY'),
    byWeek: numbers('BYWEEKNO'),
    bySetPos: numbers('BYSETPOS'),
    // ical.js counts from Sunday = 1
    weekStart: ((wkst + 5) % 7) + 1,
  };
}

/** The last day on which the rule may begin, by the clocks of the event: where the moment of the end comes too early, the day before. */
function lastDay(until: ICAL.Time, { wall, toSchool }: Begins): Temporal.PlainDate {
  const day = wallOf(until).toPlainDate();
  if (until.isDate) return day;
  const isUtc = until.zone?.tzid === 'UTC';
  const end = isUtc
    ? wallOf(until).toZonedDateTime('UTC').withTimeZone('Europe/London').toPlainDateTime()
    : toSchool(wallOf(until));
  const latest = [1, 0, -1]
    .map((days) => day.add({ days }))
    .find((one) => Temporal.PlainDateTime.compare(toSchool(one.toPlainDateTime(wall.toPlainTime())), end) <= 0);
  return latest ?? day;
}
