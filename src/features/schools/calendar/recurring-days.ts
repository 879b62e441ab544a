// The days on which a recurring event falls (RFC 5545, RRULE), walked period by period inside a bounded stretch: a rule that
// never ends, or never comes true, ends here all the same.

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

export interface DayRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Temporal.PlainDate | null;
  /** 1 = Monday to 7 = Sunday; a place counts within the month or year, from the end when negative, 0 = every one. */
  readonly byDay: readonly { readonly weekday: number; readonly place: number }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeek: readonly number[];
  readonly bySetPos: readonly number[];
  readonly weekStart: number;
}

/** How many days may still be looked at: shared by all rules of a file, so that many cannot do what one may not. */
export interface Patience {
  left: number;
}

/**
 * @param window no day before or after it is asked for, though a rule that counts is counted from its first day
 * @returns the days in order, the first day of all among them; null once patience is at its end
 */
export function recurringDays(
  first: Temporal.PlainDate,
  rule: DayRule,
  window: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  patience: Patience,
): Temporal.PlainDate[] | null {
  const end = rule.until !== null && isBefore(rule.until, window.to) ? rule.until : window.to;
  const days = [first];
  let start = periodStart(first, rule);
  if (rule.count === null) start = skipTo(start, window.from, rule);
  while (!isBefore(end, start) && days.length < (rule.count ?? Infinity)) {
    patience.left -= lengthOf(start, rule);
    if (patience.left < 0) return null;
    for (const day of placed(daysIn(start, first, rule), rule.bySetPos)) {
      if (isBefore(end, day) || days.length === rule.count) break;
      if (isBefore(first, day)) days.push(day);
    }
    start = next(start, rule, 1);
  }
  return days;
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

/** Whole steps of the rule are left out, up to the period before the window. */
function skipTo(start: Temporal.PlainDate, from: Temporal.PlainDate, rule: DayRule): Temporal.PlainDate {
  const unit = UNITS[rule.frequency];
  const steps = Math.floor(start.until(from, { largestUnit: unit })[unit] / rule.interval) - 1;
  return steps > 0 ? next(start, rule, steps) : start;
}

const UNITS = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' } as const;

function periodStart(day: Temporal.PlainDate, { frequency, weekStart }: DayRule): Temporal.PlainDate {
  switch (frequency) {
    case 'DAILY':
      return day;
    case 'WEEKLY':
      return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
    case 'MONTHLY':
      return day.with({ day: 1 });
    case 'YEARLY':
      return day.with({ month: 1, day: 1 });
  }
}

const next = (start: Temporal.PlainDate, { frequency, interval }: DayRule, steps: number): Temporal.PlainDate =>
  start.add({ [UNITS[frequency]]: interval * steps });

function lengthOf(start: Temporal.PlainDate, { frequency }: DayRule): number {
  return { DAILY: 1, WEEKLY: 7, MONTHLY: start.daysInMonth, YEARLY: start.daysInYear }[frequency];
}

function daysIn(start: Temporal.PlainDate, first: Temporal.PlainDate, rule: DayRule): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let offset = 0; offset < lengthOf(start, rule); offset += 1) {
    const day = start.add({ days: offset });
    if (isMeant(day, first, rule)) days.push(day);
  }
  return days;
}

function isMeant(day: Temporal.PlainDate, first: Temporal.PlainDate, rule: DayRule): boolean {
  const { frequency, byDay, byMonthDay, byMonth, byYearDay, byWeek } = rule;
  if (byMonth.length > 0 && !byMonth.includes(day.month)) return false;
  if (byYearDay.length > 0 && !fromEitherEnd(byYearDay, day.dayOfYear, day.daysInYear)) return false;
  if (byWeek.length > 0 && !fromEitherEnd(byWeek, day.weekOfYear ?? 0, weeksIn(day))) return false;
  if (byMonthDay.length > 0 && !fromEitherEnd(byMonthDay, day.day, day.daysInMonth)) return false;
  if (byDay.length > 0) return byDay.some(({ weekday, place }) => isPlaced(day, weekday, place, rule));
  if (byMonthDay.length > 0 || byYearDay.length > 0) return true;
  // Without a day of its own, a rule repeats the day on which it began.
  switch (frequency) {
    case 'DAILY':
      return true;
    case 'WEEKLY':
      return day.dayOfWeek === first.dayOfWeek;
    case 'MONTHLY':
      return day.day === first.day;
    case 'YEARLY':
      if (byWeek.length > 0) return day.dayOfWeek === first.dayOfWeek;
      return day.day === first.day && (byMonth.length > 0 || day.month === first.month);
  }
}

function isPlaced(day: Temporal.PlainDate, weekday: number, place: number, rule: DayRule): boolean {
  if (day.dayOfWeek !== weekday) return false;
  const { frequency, byMonth, byWeek } = rule;
  if (place === 0 || byWeek.length > 0 || frequency === 'DAILY' || frequency === 'WEEKLY') return true;
  const inMonth = frequency === 'MONTHLY' || byMonth.length > 0;
  const [at, length] = inMonth ? [day.day, day.daysInMonth] : [day.dayOfYear, day.daysInYear];
  return place > 0 ? Math.ceil(at / 7) === place : Math.ceil((length - at + 1) / 7) === -place;
}

const fromEitherEnd = (wanted: readonly number[], at: number, length: number): boolean =>
  wanted.includes(at) || wanted.includes(at - length - 1);

const weeksIn = (day: Temporal.PlainDate): number => day.with({ month: 12, day: 28 }).weekOfYear ?? 52;

function placed(days: Temporal.PlainDate[], places: readonly number[]): Temporal.PlainDate[] {
  if (places.length === 0) return days;
  return days.filter((_, i) => fromEitherEnd(places, i + 1, days.length));
}
