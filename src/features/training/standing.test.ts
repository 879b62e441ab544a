// How long what was completed counts.
import { expect, it } from 'vitest';
import { lastDayOf, standingOf } from './standing.ts';

const done = (completedOn: string, more: { edition?: number; statedEnd?: string } = {}) => ({
  edition: more.edition ?? 1,
  completedOn,
  statedEnd: more.statedEnd ?? null,
});
const yearly = { countsFrom: 1, months: 12 };

it('counts through its last day, and not on the next', () => {
  expect(standingOf([done('2026-11-20')], yearly, '2027-11-20')).toMatchObject({ is: 'valid', until: '2027-11-20' });
  expect(standingOf([done('2026-11-20')], yearly, '2027-11-21')).toMatchObject({ is: 'over', until: '2027-11-20' });
});

it('ends with the month where its day is missing', () => {
  expect(lastDayOf(done('2026-08-31'), { countsFrom: 1, months: 6 })).toBe('2027-02-28');
});

it('has no end where nothing is repeated, and follows a certificate that ends sooner', () => {
  expect(lastDayOf(done('2026-11-20'), { countsFrom: 1, months: null })).toBeNull();
  expect(lastDayOf(done('2026-11-20', { statedEnd: '2027-01-31' }), yearly)).toBe('2027-01-31');
  expect(lastDayOf(done('2026-11-20', { statedEnd: '2030-01-31' }), yearly)).toBe('2027-11-20');
  expect(lastDayOf(done('2026-11-20', { statedEnd: '2030-01-31' }), { countsFrom: 1, months: null })).toBe(
    '2030-01-31',
  );
});

it('takes the longest of several, and asks again after an edition that says so', () => {
  const twice = [done('2025-01-10'), done('2026-01-10')];
  expect(standingOf(twice, yearly, '2026-06-01')).toMatchObject({ is: 'valid', until: '2027-01-10' });
  expect(standingOf(twice, { ...yearly, countsFrom: 2 }, '2026-06-01')).toMatchObject({ is: 'over', until: null });
  expect(standingOf([], yearly, '2026-06-01')).toEqual({ is: 'never' });
});
