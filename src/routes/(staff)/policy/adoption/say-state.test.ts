// How far an adoption has come: lines are counted, not people, and it is said when everybody has signed.
import { expect, it } from 'vitest';
import { sayState } from './say-state.ts';

const signedLines = (lines: { signed: number; of: number } | null) => {
  const { word, more } = sayState(
    { state: 'open', approvals: { given: 2, of: 2 }, lines, closedBecause: '', version: null },
    (date) => date,
  );
  return [word, more];
};

it('counts lines while they are signed, and says when everybody has', () => {
  expect(signedLines({ signed: 0, of: 6 })).toEqual(['Being signed', 'Nobody has signed yet']);
  expect(signedLines({ signed: 4, of: 6 })).toEqual(['Being signed', '4 of 6 lines are signed']);
  expect(signedLines({ signed: 6, of: 6 })).toEqual(['Signed by everybody', 'It waits for its day to be said']);
  expect(signedLines(null)).toEqual(['Being signed', '']);
});
