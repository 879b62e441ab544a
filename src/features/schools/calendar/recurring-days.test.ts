import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dayRule } from './day-rule.ts';
import { recurringDays } from './recurring-days.ts';

const window = { from: Temporal.PlainDate.from('2024-08-01'), to: Temporal.PlainDate.from('2030-07-31') };
const begins = (day: string) => ({
  wall: Temporal.PlainDate.from(day).toPlainDateTime(),
  toSchool: (wall: Temporal.PlainDateTime) => wall,
});
const walk = (day: string, rule: string) =>
  recurringDays(Temporal.PlainDate.from(day), dayRule(ICAL.Recur.fromString(rule), begins(day))!, window, {
    left: 100_000,
  })?.map(String) ?? null;

/** As ical.js, which walks on for ever where a rule never comes true, has it: only for rules that do. */
function byLibrary(day: string, rule: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(day));
  const days: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const found = next.toString();
    if (found > '2030-07-31') break;
    days.push(found);
  }
  return days;
}

describe('the days of a recurring event', () => {
  it.each([
    ['2026-09-07', 'FREQ=WEEKLY;COUNT=3', ['2026-09-07', '2026-09-14', '2026-09-21']],
    ['2026-09-01', 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20261130', ['2026-09-01', '2026-10-06', '2026-11-03']],
    ['2026-10-30', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2026-10-30', '2026-11-27', '2026-12-25']],
    ['2026-01-31', 'FREQ=MONTHLY;COUNT=3', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['2027-03-28', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2', ['2027-03-28', '2028-03-26']],
    ['2026-12-24', 'FREQ=YEARLY;COUNT=2', ['2026-12-24', '2027-12-24']],
    ['2026-09-30', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', ['2026-09-30', '2026-10-30', '2026-11-30']],
  ])('from %s by %s', (day, rule, days) => {
    expect(walk(day, rule)).toEqual(days);
  });

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;INTERVAL=7;BYDAY=TU', 'FREQ=YEARLY;BYMONTH=2;BYDAY=6MO'])(
    'end for %s, which never comes true',
    (rule) => {
      expect(walk('2026-09-03', rule)).toEqual(['2026-09-03']);
    },
  );

  it('end with the window for a rule without an end, and begin with it for one from long ago', () => {
    const days = walk('1970-01-01', 'FREQ=DAILY')!;
    expect(days.at(-1)).toBe('2030-07-31');
    expect(days.length).toBeLessThan(2_200);
  });

  it('are given up when patience is at its end', () => {
    const rule = dayRule(ICAL.Recur.fromString('FREQ=DAILY'), begins('2026-09-03'))!;
    expect(recurringDays(Temporal.PlainDate.from('2026-09-03'), rule, window, { left: 10 })).toBeNull();
  });

  it('are none of ours where it repeats within a day', () => {
    expect(dayRule(ICAL.Recur.fromString('FREQ=HOURLY'), begins('2026-09-03'))).toBeNull();
  });

  it('are those that ical.js finds', () => {
    const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const interval = fc.integer({ min: 1, max: 4 });
    const count = fc.integer({ min: 1, max: 20 });
    const days = fc.subarray(weekdays, { minLength: 1 });
    const rules = fc.oneof(
      fc.tuple(interval, count).map(([n, c]) => `FREQ=DAILY;INTERVAL=${n};COUNT=${c}`),
      fc.tuple(interval, days).map(([n, d]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${d.join(',')};UNTIL=20280101`),
      fc.tuple(interval, fc.integer({ min: 1, max: 31 })).map(([n, d]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${d}`),
      fc
        .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...weekdays))
        .map(([place, d]) => `FREQ=MONTHLY;BYDAY=${place}${d}`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 3, -1), fc.constantFrom(...weekdays))
        .map(([month, place, d]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${place}${d}`),
    );
    const first = fc.integer({ min: 0, max: 700 }).map((days) => window.from.add({ days }).toString());
    fc.assert(
      fc.property(first, rules, (sometime, rule) => {
        // A rule is meant to begin on a day that it names; elsewhere RFC 5545 leaves open what it means.
        const day = byLibrary(sometime, rule.replace(/;(COUNT|UNTIL)=\w+/, ''))[0]!;
        expect(walk(day, rule)).toEqual(byLibrary(day, rule));
      }),
      { numRuns: 200 },
    );
  });
});
