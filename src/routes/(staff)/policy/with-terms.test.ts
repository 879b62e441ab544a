import { expect, test } from 'vitest';
import { withTerms } from './with-terms.ts';

const definitions = [
  { term: 'Staff', meaning: 'Everybody who works here.' },
  { term: 'member of staff', meaning: 'One of them.' },
];

test('finds a term once, whole, and the longer one first', () => {
  expect(withTerms('A member of staff asks other staff, and staff answer.', definitions)).toEqual([
    { words: 'A ', meaning: null },
    { words: 'member of staff', meaning: 'One of them.' },
    { words: ' asks other ', meaning: null },
    { words: 'staff', meaning: 'Everybody who works here.' },
    { words: ', and staff answer.', meaning: null },
  ]);
});

test('leaves a sentence without terms, and words that only contain one, alone', () => {
  expect(withTerms('Staffing is not it.', definitions)).toEqual([{ words: 'Staffing is not it.', meaning: null }]);
});
