// What is said of attempts at what was not somebody's to do.
import { expect, it } from 'vitest';
import { sayTried } from './say-tried.ts';

it('says how often, and what is not counted', () => {
  expect(sayTried(0)).toBe('Nobody tried to do what was not theirs to do.');
  expect(sayTried(1)).toMatch(/^Once somebody was refused .* pages that were only opened are not counted\.$/);
  expect(sayTried(3)).toMatch(/^Three times somebody was refused /);
});
