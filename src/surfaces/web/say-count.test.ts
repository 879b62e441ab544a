import { expect, test } from 'vitest';
import { capital, listed, sayCount, whoDoes } from './say-count.ts';

test('counts read as sentences do', () => {
  expect(sayCount(3)).toBe('three');
  expect(capital(sayCount(3))).toBe('Three');
  expect(sayCount(1234)).toBe('1,234');
  expect(capital(whoDoes(0, 'leaves', 'leave'))).toBe('Nobody leaves');
  expect(whoDoes(1, 'leaves', 'leave')).toBe('one leaves');
  expect(whoDoes(13, 'leaves', 'leave')).toBe('13 leave');
});

test('lists read as sentences do', () => {
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'], 'or')).toBe('a or b');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});
