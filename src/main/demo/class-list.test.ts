// The demo's class lists: the same on every start, as many children as said, nobody twice.
import { expect, it } from 'vitest';
import { classList } from './class-list.ts';

const classes = [
  { name: 'Kingfisher', years: ['Year 4'], size: 30, with: ['Amelia Fenwick'] },
  { name: 'Ash', years: ['Year 3', 'Year 4'], size: 20 },
];
const rows = classList(classes, 1)
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

it('fills each class with children of different names', () => {
  expect(rows).toHaveLength(50);
  expect(new Set(rows.map(([first, last]) => `${first} ${last}`)).size).toBe(50);
  expect(new Set(rows.map((row) => row[5])).size).toBe(50);
});

it('holds those who are asked for, and parts a class by year', () => {
  expect(rows).toContainEqual(expect.arrayContaining(['Amelia', 'Fenwick', 'Year 4', 'Kingfisher']));
  expect(rows.filter((row) => row[4] === 'Ash' && row[3] === 'Year 3')).toHaveLength(10);
});

it('is the same for the same seed, and another for another', () => {
  expect(classList(classes, 1)).toBe(classList(classes, 1));
  expect(classList(classes, 2)).not.toBe(classList(classes, 1));
});
