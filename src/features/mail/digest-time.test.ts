// When a digest is due: at the chosen time by the school's clock, once a day, not in the night after a long stop.
import { expect, it } from 'vitest';
import { DEFAULT_CHOICE, digestIsDue, type DigestChoice } from './digest-time.ts';

const at = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London');
const isDue = (moment: string, more: Partial<DigestChoice> = {}, lastOn: string | null = null, isSchoolDay = true) =>
  digestIsDue({ ...DEFAULT_CHOICE, ...more }, lastOn, at(moment), isSchoolDay);

it('waits for its time, also over the change of the clocks', () => {
  expect(isDue('2026-11-20T07:29:59Z')).toBe(false);
  expect(isDue('2026-11-20T07:30:00Z')).toBe(true);
  expect(isDue('2026-06-19T06:29:00Z')).toBe(false);
  expect(isDue('2026-06-19T06:30:00Z')).toBe(true);
});

it('comes once a day', () => {
  expect(isDue('2026-11-20T07:35:00Z', {}, '2026-11-20')).toBe(false);
  expect(isDue('2026-11-20T07:35:00Z', {}, '2026-11-19')).toBe(true);
});

it('is left for tomorrow when it is hours late', () => {
  expect(isDue('2026-11-20T13:00:00Z')).toBe(true);
  expect(isDue('2026-11-20T13:30:00Z')).toBe(false);
  expect(isDue('2026-11-20T23:59:00Z', { at: '00:00' })).toBe(false);
});

it('comes on days without school only to those who want it, and never to those who want none', () => {
  expect(isDue('2026-11-21T08:00:00Z', {}, null, false)).toBe(false);
  expect(isDue('2026-11-21T08:00:00Z', { schoolDaysOnly: false }, null, false)).toBe(true);
  expect(isDue('2026-11-20T08:00:00Z', { digest: 'off' })).toBe(false);
});
