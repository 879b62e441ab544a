import { expect, test } from 'vitest';
import { matched } from './matched.ts';

const part = (key: string, kind = 'LI') => ({ key, kind });

test('parts with a key are found wherever they stand', () => {
  expect(matched([part('a'), part('b'), part('c')], [part('c'), part('a')])).toEqual([2, 0]);
});
test('parts without a key go by their kind and their order', () => {
  const [p, ul] = [part('', 'P'), part('', 'UL')];
  expect(matched([p, ul, p], [p, p, ul, p])).toEqual([0, 2, 1, null]);
});
test('a part with a key is never taken for another, nor one kind for another', () => {
  expect(matched([part('a')], [part('b')])).toEqual([null]);
  expect(matched([part('a', 'INPUT')], [part('a', 'DIV')])).toEqual([null]);
});
test('two with the same key keep their order', () => {
  expect(matched([part('a'), part('a')], [part('a'), part('a'), part('a')])).toEqual([0, 1, null]);
});
