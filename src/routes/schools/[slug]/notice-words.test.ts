import { expect, test } from 'vitest';
import { titleOf, withLinks } from './notice-words.ts';

test('addresses can be followed, and what ends a sentence is no part of them', () => {
  expect(withLinks('See https://millrace.example/fair. (Or https://a.example/b?c=1&d=2)')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://millrace.example/fair', href: 'https://millrace.example/fair' },
    { text: '. (Or ', href: null },
    { text: 'https://a.example/b?c=1&d=2', href: 'https://a.example/b?c=1&d=2' },
    { text: ')', href: null },
  ]);
  expect(withLinks('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', href: null }]);
  expect(withLinks('')).toEqual([]);
});

test('a title is the first line, cut after a whole word', () => {
  expect(titleOf('Reading together\n\nFrom Monday')).toBe('Reading together');
  expect(titleOf('')).toBe('A picture');
  expect(titleOf('word '.repeat(40))).toMatch(/^(word )+word…$/);
});
