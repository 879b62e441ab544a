// Moments are compared as moments.
import { expect, test } from 'vitest';
import { isAfter, isBefore } from './instants.ts';

test('a moment within a second comes after the second began, though its text sorts before', () => {
  expect(isAfter('2026-11-20T09:57:00.041Z', '2026-11-20T09:57:00Z')).toBe(true);
  expect(isBefore('2026-11-20T09:57:00Z', '2026-11-20T09:57:00.041Z')).toBe(true);
  expect(isAfter('2026-11-20T09:57:00Z', '2026-11-20T09:57:00.000Z')).toBe(false);
  expect(isBefore('2026-11-20T10:57:00+01:00', '2026-11-20T09:57:00.001Z')).toBe(true);
});
