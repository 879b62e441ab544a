import { expect, test } from 'vitest';
import { holdsHidden, line, nameLine, titleLine } from './written-line.ts';

const hidden = ['Ame\u200blia', 'Amelia\u202e', 'Ame\u00adlia', '\ufeffAmelia\u2060x', 'Mill\u200drace'];

test.each(hidden)('%j is no name and no title', (text) => {
  expect(holdsHidden(text)).toBe(true);
  expect(nameLine(100).safeParse(text).success).toBe(false);
  expect(titleLine(100).safeParse(text).success).toBe(false);
});

test('a title may hold pictographs put together from several characters, a name none of these', () => {
  const text = 'Millrace 👩‍🏫 ❤️';
  expect(titleLine(100).safeParse(text).success).toBe(true);
  expect(nameLine(100).safeParse(text).success).toBe(false);
});

test('joiners that shape letters stay, and a line break is refused', () => {
  expect(nameLine(100).safeParse('क्‍ष').success).toBe(true);
  expect(line(100).safeParse('one\ntwo').success).toBe(false);
  expect(nameLine(100).safeParse('Siân O’Brien-Nguyễn').success).toBe(true);
});
