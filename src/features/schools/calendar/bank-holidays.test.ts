import { describe, expect, it } from 'vitest';
import { divisionSchema } from '../terms.ts';
import { bankHolidaysOf, readHolidayFile, shippedHolidays } from './bank-holidays.ts';

const days = (year: number) =>
  ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-25', '12-26'].map((day) => ({
    title: 'A holiday',
    date: `${year}-${day}`,
    notes: '',
    bunting: true,
  }));
const govUk = (...years: number[]) =>
  JSON.stringify(
    Object.fromEntries(divisionSchema.options.map((division) => [division, { division, events: years.flatMap(days) }])),
  );

describe('bank holidays', () => {
  it('differ between the three divisions', () => {
    const is = (division: 'scotland' | 'england-and-wales' | 'northern-ireland', date: string) =>
      shippedHolidays(division).holidays.some((holiday) => holiday.date === date);
    expect(is('scotland', '2026-11-30')).toBe(true);
    expect(is('england-and-wales', '2026-11-30')).toBe(false);
    expect(is('england-and-wales', '2027-03-29')).toBe(true);
    expect(is('scotland', '2027-03-29')).toBe(false);
    expect(is('northern-ireland', '2027-03-17')).toBe(true);
  });

  it('are in order, each once, and none is later than what is known', () => {
    for (const division of divisionSchema.options) {
      const { holidays, knownUntil } = shippedHolidays(division);
      const dates = holidays.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].toSorted());
      expect(dates.at(-1)! <= knownUntil).toBe(true);
      for (const year of [2024, 2025, 2026, 2027, 2028])
        expect(dates.filter((date) => date.startsWith(`${year}`)).length).toBeGreaterThanOrEqual(8);
    }
  });

  it('of a newer file count from its first day on, and reach to the end of its last year', () => {
    const list = readHolidayFile(govUk(2028, 2029, 2030))!;
    expect(list.knownUntil).toBe('2030-12-31');
    const { holidays, knownUntil } = bankHolidaysOf('scotland', list);
    expect(knownUntil).toBe('2030-12-31');
    expect(holidays.filter(({ date }) => date.startsWith('2028'))).toHaveLength(8);
    expect(holidays.some(({ date }) => date === '2026-11-30')).toBe(true);
  });

  it('of an older file are not believed against what Gatepost brings', () => {
    const list = readHolidayFile(govUk(2024, 2025))!;
    expect(bankHolidaysOf('scotland', list)).toEqual(shippedHolidays('scotland'));
  });

  it.each(['', 'null', '[]', '{"scotland":{"events":[]}}', '<html>', govUk()])('are not read from %s', (text) => {
    expect(readHolidayFile(text)).toBeNull();
  });
});
