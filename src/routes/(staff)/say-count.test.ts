import { expect, test } from 'vitest';
import { capital, listed, sayCount } from './say-count.ts';

test('counts and lists are said as people say them', () => {
  expect(capital(sayCount(3))).toBe('Three');
  expect(sayCount(40)).toBe('40');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a', 'b'], 'or')).toBe('a or b');
  expect(listed([])).toBe('');
});
