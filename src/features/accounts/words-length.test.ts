import { expect, test } from 'vitest';
import { lengthOn, tooLongBy } from './words-length.ts';

const family = '👩‍👩‍👧‍👦';

test('each platform counts in its own way', () => {
  expect(lengthOn('characters', `é${family}`)).toBe(8);
  expect(lengthOn('graphemes', `é${family}`)).toBe(2);
  expect(lengthOn('weighted', `é${family}`)).toBe(3);
});

test.each([
  ['Sports day', 10],
  ['https://millrace.example/a/very/long/address/indeed/that/goes/on', 23],
  ['See https://a.example and http://b.example', 4 + 23 + 5 + 23],
  ['雪の校庭', 8],
  ['it’s', 4],
  ['5️⃣', 2],
  ['©', 1],
])('as X counts, “%s” is %i', (words, length) => {
  expect(lengthOn('weighted', words)).toBe(length);
});

test('only what passes a known limit is too long', () => {
  const bluesky = { wordsLimit: 300, counting: 'graphemes' } as const;
  expect(tooLongBy(bluesky, family.repeat(300))).toBeNull();
  expect(tooLongBy(bluesky, family.repeat(302))).toBe(2);
  expect(tooLongBy({ wordsLimit: null, counting: 'characters' }, 'a'.repeat(100_000))).toBeNull();
});
