// What a draft would change, in one line.
import { expect, it } from 'vitest';
import { wouldChange } from './would-change.ts';

it('counts what differs, and says where nothing does', () => {
  expect(wouldChange({ added: 0, removed: 0, changed: 0, settings: 0, onlySaid: 0 })).toBe(
    'Nothing: it says what is in force.',
  );
  expect(wouldChange({ added: 1, removed: 0, changed: 3, settings: 2, onlySaid: 0 })).toBe(
    'One clause is new, three clauses are reworded and two answers differ.',
  );
});

it('tells answers that are the same, and only newly said, apart from those that differ', () => {
  expect(wouldChange({ added: 0, removed: 0, changed: 0, settings: 1, onlySaid: 2 })).toBe(
    'One answer differs and two answers stay the same, only said or no longer said.',
  );
});
