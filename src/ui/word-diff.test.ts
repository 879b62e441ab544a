// Changes are told in whole words, and both versions can be read back from them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortenSame, wordDiff } from './word-diff.ts';

const read = (parts: ReturnType<typeof wordDiff>, leaveOut: 'in' | 'out') =>
  parts
    .filter((part) => part.kind !== leaveOut)
    .map((part) => part.text)
    .join('');

describe('wordDiff', () => {
  test('says what was taken out and what was put in', () => {
    expect(wordDiff('Amelia Fenwick found eleven larvae.', 'Amelia found eleven larvae.')).toEqual([
      { kind: 'same', text: 'Amelia ' },
      { kind: 'out', text: 'Fenwick ' },
      { kind: 'same', text: 'found eleven larvae.' },
    ]);
  });
  test('tells a change of several words as one change', () => {
    expect(wordDiff('Amelia Fenwick found it', 'Our scientist found it')).toEqual([
      { kind: 'out', text: 'Amelia Fenwick' },
      { kind: 'in', text: 'Our scientist' },
      { kind: 'same', text: ' found it' },
    ]);
  });
  test('says nothing when nothing changed', () => {
    expect(wordDiff('As it was', 'As it was')).toEqual([{ kind: 'same', text: 'As it was' }]);
    expect(wordDiff('', '')).toEqual([]);
  });
  test('both versions can be read back from the parts', () => {
    const text = fc
      .array(fc.constantFrom('Amelia', ' ', 'weir', ', ', '\n', 'Zoë', '…', 'every Thursday'))
      .map((w) => w.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(read(parts, 'in')).toBe(before);
        expect(read(parts, 'out')).toBe(after);
      }),
    );
  });
  test('a very long rewrite is one change, not a long wait', () => {
    const parts = wordDiff('a '.repeat(5_000), 'b '.repeat(5_000));
    expect(parts.map((part) => part.kind)).toEqual(['out', 'in', 'same']);
  });
});

test('shortenSame keeps the words beside a change', () => {
  const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen ';
  const parts = shortenSame(wordDiff(`${long}Fenwick`, `${long}Amelia`), 2);
  expect(parts[0]).toEqual({ kind: 'same', text: '… thirteen fourteen ' });
});
