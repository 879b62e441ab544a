// Terms, and guidance that is due or was forgotten.
import { expect, it } from 'vitest';
import { isDue, missed, termStart } from './term.ts';

const terms = [
  { name: 'Autumn', starts: '2026-09-02', ends: '2026-12-18' },
  { name: 'Spring', starts: '2027-01-05', ends: '2027-03-26' },
  { name: 'Summer', starts: '2027-04-13', ends: '2027-07-21' },
];
const termly = { every: 'term', startsOn: '2026-09-01', lastIssuedOn: null } as const;

it('knows the term of a day, holidays belonging to the term before', () => {
  expect(termStart(terms, '2026-11-20')).toBe('2026-09-02');
  expect(termStart(terms, '2026-12-28')).toBe('2026-09-02');
  expect(termStart(terms, '2027-01-05')).toBe('2027-01-05');
  expect(termStart([], '2026-11-20')).toBe('2026-09-01');
  expect(termStart([], '2027-03-31')).toBe('2027-01-01');
});

it('is due once a term, and late when a term has passed without it', () => {
  expect(isDue(termly, terms, '2026-11-20')).toBe(true);
  expect(missed(termly, terms, '2026-12-18')).toEqual([]);
  expect(missed(termly, terms, '2026-12-19')).toEqual([{ name: 'Autumn', ended: '2026-12-18' }]);
  const issued = { ...termly, lastIssuedOn: '2026-10-01' };
  expect(isDue(issued, terms, '2026-11-20')).toBe(false);
  expect(isDue(issued, terms, '2027-01-05')).toBe(true);
  expect(missed(issued, terms, '2027-03-27')).toEqual([{ name: 'Spring', ended: '2027-03-26' }]);
});

it('holds nothing against a school for terms before it began', () => {
  expect(missed({ ...termly, startsOn: '2026-11-20' }, terms, '2027-01-10')).toEqual([]);
});

it('is due once, or once a school year', () => {
  expect(isDue({ ...termly, every: 'once', lastIssuedOn: '2026-09-10' }, terms, '2028-01-01')).toBe(false);
  const yearly = { ...termly, every: 'year', lastIssuedOn: '2026-09-10' } as const;
  expect(isDue(yearly, terms, '2027-08-31')).toBe(false);
  expect(isDue(yearly, terms, '2027-09-01')).toBe(true);
  expect(missed(yearly, terms, '2028-09-01')).toEqual([{ name: '2027–2028', ended: '2028-08-31' }]);
});
