import { expect, test } from 'vitest';
import { cleanOriginalName } from './original-name.ts';

test.each([
  ['Sports day.jpg', 'Sports day.jpg'],
  ['C:\\Users\\amy\\Pictures\\IMG_1234.JPG', 'IMG_1234.JPG'],
  ['../../etc/passwd', 'passwd'],
  ['trip\u202egpj.exe', 'tripgpj.exe'],
  ['two\nlines\u0000.png', 'twolines.png'],
  ['  wide \u00a0 name .png ', 'wide name .png'],
  ['\ud800', '\ufffd'],
  ['', ''],
  ['é'.repeat(200), 'é'.repeat(120)],
])('“%s” is kept as “%s”', (name, kept) => {
  expect(cleanOriginalName(name)).toBe(kept);
});
