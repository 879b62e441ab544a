// Bytes as people say them.
import { expect, it } from 'vitest';
import { saySize } from './say-size.ts';

it.each([
  [0, '0 bytes'],
  [900, '900 bytes'],
  [640 * 1024, '640 kB'],
  [1.44 * 1024 ** 3, '1.4 GB'],
  [250 * 1024 ** 3, '250 GB'],
  [5_000 * 1024 ** 4, '5,000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(saySize(bytes)).toBe(words);
});
