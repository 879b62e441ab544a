// Marks fall on the right words, overlap sensibly, and move with the words while somebody types.
import { describe, expect, test } from 'vitest';
import { carryMarks, segments, type TextMark } from './marks.ts';

const words = 'On Thursday Amelia Fenwick found eleven larvae.';
const name: TextMark = { start: 12, end: 26, tone: 'stop', number: 1 };
const day: TextMark = { start: 3, end: 11, tone: 'hold', number: 2 };

describe('segments', () => {
  test('gives the words back whole, cut at the edges of marks', () => {
    const cut = segments(words, [name, day]);
    expect(cut.map((s) => s.text).join('')).toBe(words);
    expect(cut.filter((s) => s.tone).map((s) => [s.tone, s.text])).toEqual([
      ['hold', 'Thursday'],
      ['stop', 'Amelia Fenwick'],
    ]);
  });
  test('puts a flag on the stretch where its mark ends', () => {
    expect(segments(words, [name]).find((s) => s.flags.length > 0)?.text).toBe('Amelia Fenwick');
  });
  test('draws the strongest where marks overlap, and keeps every flag', () => {
    const cut = segments(words, [name, { start: 0, end: 30, tone: 'look', number: 3 }]);
    expect(cut.find((s) => s.text === 'Amelia Fenwick')?.tone).toBe('stop');
    expect(cut.flatMap((s) => s.flags.map((f) => f.number))).toEqual([1, 3]);
  });
  test('leaves out marks that fall outside the words', () => {
    expect(segments('short', [{ start: 90, end: 99, tone: 'stop' }])).toEqual([
      { start: 0, text: 'short', tone: null, flags: [] },
    ]);
    expect(segments('', [name])).toEqual([]);
  });
});

describe('carryMarks', () => {
  test('moves a mark when words are put in before it', () => {
    const after = `Last week. ${words}`;
    const [moved] = carryMarks(words, after, [name]);
    expect(after.slice(moved?.start, moved?.end)).toBe('Amelia Fenwick');
  });
  test('leaves a mark alone when words change after it', () => {
    expect(carryMarks(words, words.replace('eleven', '11'), [name])).toEqual([name]);
  });
  test('drops a mark whose own words changed', () => {
    expect(carryMarks(words, words.replace(' Fenwick', ''), [name, day])).toEqual([day]);
  });
  test('keeps up with changes at both ends, unless it could be either of two', () => {
    const after = `Today: ${words} Well done!`;
    const [moved] = carryMarks(words, after, [name]);
    expect(after.slice(moved?.start, moved?.end)).toBe('Amelia Fenwick');
    expect(carryMarks(words, `Amelia Fenwick. ${words} Well done!`, [name])).toEqual([]);
  });
  test('copes with a repeated letter at the edit', () => {
    expect(carryMarks('aaaa', 'aaa', [{ start: 0, end: 1, tone: 'look' }])).toHaveLength(1);
  });
});
