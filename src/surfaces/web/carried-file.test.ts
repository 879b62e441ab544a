import { expect, test } from 'vitest';
import { packed, unpacked } from './carried-file.ts';

test('a file comes out as it went in', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0, 65, 10]);
  expect(unpacked(packed(bytes), 1000)).toBe(Buffer.from(bytes).toString('base64'));
  expect(unpacked(packed(new Uint8Array()), 1000)).toBe('');
});

test('what is not ours, or would swell, is refused', () => {
  expect(unpacked('not packed', 1000)).toBe(null);
  expect(unpacked('', 1000)).toBe(null);
  expect(unpacked(packed(new Uint8Array(5000)), 1000)).toBe(null);
});
