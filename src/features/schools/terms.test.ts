import { describe, expect, it } from 'vitest';
import { schoolYearSchema, termsSchema } from './terms.ts';

const autumn = { name: 'Autumn', starts: '2026-09-03', ends: '2026-12-18' };
const spring = { name: 'Spring', starts: '2027-01-05', ends: '2027-03-25' };
const year = {
  division: 'england-and-wales',
  terms: [autumn, spring],
  closures: [{ date: '2026-10-26', until: '2026-10-30', why: 'Half term' }],
  weeklyHours: { monday: { opens: '08:45', closes: '15:15' } },
};
const messagesOf = (value: unknown) =>
  schoolYearSchema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a school year', () => {
  it('is taken when it is sound, terms in any order', () => {
    expect(messagesOf({ ...year, terms: [spring, autumn] })).toEqual([]);
  });

  it('may have terms that follow one another without a gap', () => {
    expect(termsSchema.safeParse([autumn, { ...spring, starts: '2026-12-19' }]).success).toBe(true);
  });

  it.each([
    [
      'a term that ends before it starts',
      { terms: [{ ...autumn, ends: '2026-09-01' }] },
      'terms.0.ends: Row 1 (Autumn) must end after it starts.',
    ],
    [
      'terms that share a day',
      { terms: [spring, { ...autumn, ends: '2027-01-05' }] },
      'terms.0.starts: Row 1 (Spring) starts on 2027-01-05, before row 2 (Autumn) has ended on 2027-01-05.',
    ],
    [
      'a term inside a longer one',
      {
        terms: [
          autumn,
          { name: 'A', starts: '2026-09-10', ends: '2026-09-20' },
          { name: 'B', starts: '2026-10-01', ends: '2026-10-09' },
        ],
      },
      'terms.2.starts: Row 3 (B) starts on 2026-10-01, before row 1 (Autumn) has ended on 2026-12-18.',
    ],
    [
      'a date that does not exist',
      { terms: [{ ...autumn, starts: '2026-02-30' }] },
      'terms.0.starts: Write the date as year-month-day, for example 2026-09-03.',
    ],
    [
      'a date out of reach',
      { closures: [{ date: '9999-01-01', why: 'x' }] },
      'closures.0.date: The year must lie between 2000 and 2100.',
    ],
    [
      'a closure that ends before it starts',
      { closures: [{ date: '2026-10-30', until: '2026-10-26', why: 'Half term' }] },
      'closures.0.until: Row 1 (Half term) ends before it starts.',
    ],
    [
      'a closure without a reason',
      { closures: [{ date: '2026-10-30', why: ' ' }] },
      'closures.0.why: Say why, for example “INSET day”.',
    ],
    [
      'hours that end before they begin',
      { weeklyHours: { friday: { opens: '15:00', closes: '09:00' } } },
      'weeklyHours.friday.closes: Closing time must come after opening time.',
    ],
    [
      'a time that does not exist',
      { weeklyHours: { friday: { opens: '08:60', closes: '15:00' } } },
      'weeklyHours.friday.opens: Write the time as hours and minutes, for example 08:45.',
    ],
    ['no hours at all', { weeklyHours: {} }, 'weeklyHours: Give the hours of at least one weekday.'],
  ])('refuses %s', (_, part, message) => {
    expect(messagesOf({ ...year, ...part })).toContain(message);
  });

  it('belongs to one of three divisions', () => {
    expect(messagesOf({ ...year, division: 'england' })).toHaveLength(1);
  });
});
