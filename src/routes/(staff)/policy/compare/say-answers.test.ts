// What is said of the answers of two policies.
import { expect, it } from 'vitest';
import { sayAnswers } from './say-answers.ts';

it('counts as different only what differs', () => {
  expect(sayAnswers({ settings: 0, onlySaid: 0 })).toBe('Every question is answered alike.');
  expect(sayAnswers({ settings: 1, onlySaid: 0 })).toBe('One answer differs.');
  expect(sayAnswers({ settings: 12, onlySaid: 60 })).toBe(
    '12 answers differ. 60 are the same, and only one of the two says them itself.',
  );
});
