import { expect, test } from 'vitest';
import { isFailure } from '#kernel/errors.ts';
import { momentOf } from './moment.ts';

const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
const field = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (isFailure(error)) return error.fields[0]?.field;
    throw error;
  }
  return undefined;
};
const ahead = { kind: 'beforehand', on: '2026-11-27', time: '14:00', untilOn: '2026-11-30' } as const;
const past = { kind: 'afterwards', on: '2026-11-19', time: '17:30', untilOn: null } as const;

test('the time is that of the school’s own clock', () => {
  expect(momentOf(past, 'Europe/London', now)).toBe('2026-11-19T17:30:00Z');
  expect(momentOf({ ...past, on: '2026-07-01' }, 'Europe/London', now)).toBe('2026-07-01T16:30:00Z');
});

test('an hour that the clocks skip is the hour after', () => {
  const skipped = { ...past, on: '2026-03-29', time: '01:30' };
  expect(momentOf(skipped, 'Europe/London', now)).toBe('2026-03-29T01:30:00Z');
});

test('what lies ahead has not happened, and what has happened cannot be asked beforehand', () => {
  expect(field(() => momentOf({ ...past, on: '2026-11-20', time: '09:01' }, 'Europe/London', now))).toBe('on');
  expect(field(() => momentOf({ ...ahead, on: '2026-11-20', time: '08:59' }, 'Europe/London', now))).toBe('on');
});

test('leave is asked for until a day: not before it begins, and for a year at most', () => {
  expect(field(() => momentOf({ ...ahead, untilOn: null }, 'Europe/London', now))).toBe('untilOn');
  expect(field(() => momentOf({ ...ahead, untilOn: '2026-11-26' }, 'Europe/London', now))).toBe('untilOn');
  expect(field(() => momentOf({ ...ahead, untilOn: '2028-01-01' }, 'Europe/London', now))).toBe('untilOn');
  expect(field(() => momentOf({ ...past, untilOn: '2026-11-30' }, 'Europe/London', now))).toBe('untilOn');
  expect(field(() => momentOf(ahead, 'Europe/London', now))).toBeUndefined();
});
