import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type SchoolCalendar,
  SCHOOL_ZONE,
  isSchoolDay,
  isSchoolOpen,
  schoolDay,
  schoolHoursLeft,
} from './school-day.ts';
import { schoolHoursInWords } from './school-day-words.ts';
import { WEEKDAYS, schoolYearSchema } from './terms.ts';

const hours = { opens: '08:45', closes: '15:15' };
const calendar: SchoolCalendar = {
  ...schoolYearSchema.parse({
    division: 'england-and-wales',
    terms: [
      { name: 'Autumn', starts: '2026-09-03', ends: '2026-12-18' },
      { name: 'Spring', starts: '2027-01-05', ends: '2027-03-25' },
      { name: 'Summer', starts: '2027-04-12', ends: '2027-07-21' },
    ],
    closures: [
      { date: '2026-10-26', until: '2026-10-30', why: 'Half term' },
      { date: '2026-11-27', why: 'INSET day' },
    ],
    weeklyHours: {
      monday: hours,
      tuesday: hours,
      wednesday: hours,
      thursday: hours,
      friday: { opens: '08:45', closes: '13:00' },
    },
  }),
  bankHolidays: [{ date: '2027-05-03', title: 'Early May bank holiday' }],
  holidaysKnownUntil: '2027-06-30',
};
const on = (date: string) => Temporal.PlainDate.from(date);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(SCHOOL_ZONE).toInstant();

describe('a school day', () => {
  it.each([
    ['2026-09-03', true, 'Autumn'],
    ['2026-12-18', true, 'Autumn'],
    ['2026-09-05', false, 'Weekend'],
    ['2026-10-30', false, 'Half term'],
    ['2026-11-27', false, 'INSET day'],
    ['2027-05-03', false, 'Early May bank holiday'],
    ['2026-12-24', false, 'School holidays'],
    ['2027-07-22', false, 'No term dates have been entered for this day'],
  ])('%s: %s, %s', (date, open, reason) => {
    const day = schoolDay(on(date), calendar);
    expect(day.open ? day.term : day.why).toBe(reason);
    expect(isSchoolDay(on(date), calendar)).toBe(open);
  });

  it('opens and closes by the clock on the wall, in summer and in winter', () => {
    expect(isSchoolOpen(Temporal.Instant.from('2026-10-22T07:45:00Z'), calendar)).toBe(true);
    expect(isSchoolOpen(Temporal.Instant.from('2026-11-05T07:45:00Z'), calendar)).toBe(false);
    expect(isSchoolOpen(Temporal.Instant.from('2026-11-05T08:45:00Z'), calendar)).toBe(true);
    expect(isSchoolOpen(at('2026-11-05T15:15'), calendar)).toBe(false);
  });
});

describe('school hours left', () => {
  it.each([
    ['2026-11-05T14:15', '2026-11-05T20:00', '1 hour of school time'],
    ['2026-11-05T14:45', '2026-11-06T09:00', '45 minutes of school time'],
    ['2026-11-06T12:00', '2026-11-09T10:00', '2 hours 15 minutes of school time'],
    ['2026-10-23T12:59', '2026-11-02T08:46', '2 minutes of school time'],
    ['2026-11-05T16:00', '2026-11-06T08:00', 'no school time'],
    ['2026-11-09T10:00', '2026-11-06T12:00', 'no school time'],
    ['2027-08-01T00:00', '2100-01-01T00:00', 'no school time'],
  ])('from %s to %s: %s', (from, to, words) => {
    expect(schoolHoursInWords(schoolHoursLeft(at(from), at(to), calendar).left)).toBe(words);
  });
});

describe('past the last day for which bank holidays are known', () => {
  it('says that an open day is not certain', () => {
    expect(schoolDay(on('2027-06-30'), calendar)).toMatchObject({ open: true, certain: true });
    expect(schoolDay(on('2027-07-01'), calendar)).toMatchObject({ open: true, certain: false });
  });

  it('says that time counted with such a day is not certain', () => {
    expect(schoolHoursLeft(at('2027-06-30T10:00'), at('2027-06-30T12:00'), calendar).certain).toBe(true);
    expect(schoolHoursLeft(at('2027-06-30T10:00'), at('2027-07-01T12:00'), calendar).certain).toBe(false);
    expect(schoolHoursLeft(at('2027-06-30T10:00'), at('2027-07-01T08:00'), calendar).certain).toBe(true);
  });
});

describe('over the changes of the clock', () => {
  /** A boarding school, open every day of the year but for one hour, so that no clock change can hide outside its hours. */
  const everyDay = { opens: '00:00', closes: '23:00' };
  const boarding: SchoolCalendar = {
    ...calendar,
    terms: [{ name: 'All year', starts: '2026-01-01', ends: '2027-12-31' }],
    closures: [],
    bankHolidays: [],
    weeklyHours: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, everyDay])),
  };
  const calendars = fc.constantFrom(calendar, boarding);
  const moment = fc
    .integer({ min: Date.UTC(2026, 8, 1) / 1000, max: Date.UTC(2027, 6, 31) / 1000 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
  const seconds = (from: Temporal.Instant, to: Temporal.Instant, school: SchoolCalendar) =>
    schoolHoursLeft(from, to, school).left.total('seconds');

  it('the two parts of a stretch make up the whole', () => {
    fc.assert(
      fc.property(fc.tuple(moment, moment, moment), calendars, (moments, school) => {
        const [first, middle, last] = moments.toSorted((one, other) => Temporal.Instant.compare(one, other));
        if (!first || !middle || !last) return;
        expect(seconds(first, middle, school) + seconds(middle, last, school)).toBe(seconds(first, last, school));
      }),
    );
  });

  it('there is never more school time than time, and none backwards', () => {
    fc.assert(
      fc.property(moment, moment, calendars, (from, to, school) => {
        const elapsed = Math.max(0, from.until(to).total('seconds'));
        expect(seconds(from, to, school)).toBeLessThanOrEqual(elapsed);
        expect(seconds(from, to, school)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('an ordinary school day has the same length on either side', () => {
    fc.assert(
      fc.property(moment, (sometime) => {
        const midnight = sometime.toZonedDateTimeISO(SCHOOL_ZONE).startOfDay();
        const day = schoolDay(midnight.toPlainDate(), calendar);
        const expected = day.open ? (day.hours.closes === '13:00' ? 4.25 : 6.5) * 3600 : 0;
        expect(seconds(midnight.toInstant(), midnight.add({ days: 1 }).toInstant(), calendar)).toBe(expected);
      }),
    );
  });

  it.each([
    ['2026-10-25', 24],
    ['2027-03-28', 22],
    ['2027-03-29', 23],
  ])('hours that span the change count as they really pass: %s, %d', (date, length) => {
    expect(schoolHoursLeft(at(`${date}T00:00`), at(`${date}T23:30`), boarding).left.total('hours')).toBe(length);
  });
});
