import { expect, it } from 'vitest';
import { yearGroupName, yearGroupOf } from './year-group.ts';

it.each([
  ['Year 4', '4'],
  ['Yr 4', '4'],
  ['Y4', '4'],
  ['4', '4'],
  ['04', '4'],
  ['Year_12', '12'],
  ['12', '12'],
  ['14', '14'],
  ['R', 'R'],
  ['Reception', 'R'],
  ['YR', 'R'],
  ['Year R', 'R'],
  ['FS2', 'R'],
  ['N', 'N'],
  ['Nursery', 'N'],
  ['N2', 'N'],
  ['Pre-school', 'N'],
  ['P3', 'P3'],
  ['Primary 3', 'P3'],
  ['S4', 'S4'],
  ['15', null],
  ['Year 40', null],
  ['KS2', null],
  ['4B', null],
  ['', null],
])('%j is the year group %j', (written, yearGroup) => {
  expect(yearGroupOf(written)).toBe(yearGroup);
});

it('is read again from the name a page gives it', () => {
  for (const yearGroup of ['N', 'R', '1', '14', 'P7', 'S1'])
    expect(yearGroupOf(yearGroupName(yearGroup))).toBe(yearGroup);
});
