import { expect, test } from 'vitest';
import { capital, countWords, whoDoes } from './count-words.ts';

test('counts read as sentences do', () => {
  expect(countWords(3)).toBe('three');
  expect(countWords(1234)).toBe('1,234');
  expect(capital(whoDoes(0, 'leaves', 'leave'))).toBe('Nobody leaves');
  expect(whoDoes(1, 'leaves', 'leave')).toBe('one leaves');
  expect(whoDoes(13, 'leaves', 'leave')).toBe('13 leave');
});
