// A moment said in the school’s zone.
import { expect, test } from 'vitest';
import { momentInWords } from './zone.ts';

test.each([
  ['2026-11-20T09:05:59Z', '2026-11-20T18:00:00Z', 'today at 09:05'],
  ['2026-07-20T23:30:00Z', '2026-07-21T08:00:00Z', 'today at 00:30'],
  ['2026-11-19T23:30:00.123Z', '2026-11-20T00:10:00Z', 'on Thursday 19 November at 23:30'],
  ['2025-12-31T12:00:00Z', '2026-01-02T12:00:00Z', 'on Wednesday 31 December 2025 at 12:00'],
])('%s, said at %s, was “%s”', (instant, now, said) => {
  expect(momentInWords(instant, 'Europe/London', now)).toBe(said);
});
