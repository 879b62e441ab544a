import { expect, it } from 'vitest';
import { foldFullName, foldName } from './fold-name.ts';

it.each([
  ['Siân', 'SIAN'],
  ['O’Brien', "O'Brien"],
  ['O’Brien', 'OBrien'],
  ['Smith-Jones', 'Smith Jones'],
  ['Łukasz', 'Lukasz'],
  ['Bjørn', 'bjorn'],
  ['Weiß', 'WEISS'],
  ['Zoe\u0308', 'Zoë'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

it('keeps apart names that are different', () => {
  expect(foldName('Leo')).not.toBe(foldName('Lea'));
  expect(foldFullName('Mary Ann', 'Lee')).not.toBe(foldFullName('Mary', 'Ann Lee'));
  expect(foldName('Олена')).not.toBe(foldName('Ольга'));
});
