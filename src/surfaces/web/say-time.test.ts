import { describe, expect, test } from 'vitest';
import { dayIn, sayDay, sayDays, sayMoment, sayNearDay } from './say-time.ts';

const LONDON = 'Europe/London';
const now = '2026-11-20T12:00:00Z';

describe('moments', () => {
  test('near ones by name, others by weekday and date', () => {
    expect(sayMoment('2026-11-20T13:20:00Z', LONDON, now)).toBe('today at 13:20');
    expect(sayMoment('2026-11-19T09:05:59.999Z', LONDON, now)).toBe('yesterday at 09:05');
    expect(sayMoment('2026-11-21T00:00:00Z', LONDON, now)).toBe('tomorrow at 00:00');
    expect(sayMoment('2026-11-27T15:30:00Z', LONDON, now)).toBe('Friday 27 November, 15:30');
    expect(sayMoment('2027-01-01T15:30:00Z', LONDON, now)).toBe('Friday 1 January 2027, 15:30');
  });
  test('in the zone, also across its midnight and in summer', () => {
    expect(dayIn('2026-06-30T23:30:00Z', LONDON)).toBe('2026-07-01');
    expect(sayMoment('2026-06-30T23:30:00Z', LONDON, '2026-06-30T22:59:00Z')).toBe('tomorrow at 00:30');
  });
  test('on the days that are an hour short or long', () => {
    expect(sayMoment('2026-10-25T00:30:00Z', LONDON, '2026-10-24T12:00:00Z')).toBe('tomorrow at 01:30');
    expect(sayMoment('2026-03-29T01:00:00Z', LONDON, '2026-03-28T12:00:00Z')).toBe('tomorrow at 02:00');
  });
});

test('days and stretches of days', () => {
  expect(sayDay('2026-11-20', '2026-01-01')).toBe('Friday 20 November');
  expect(sayDay('2025-09-01', '2026-01-01')).toBe('Monday 1 September 2025');
  expect(sayNearDay('2026-11-21', '2026-11-20')).toBe('tomorrow');
  expect(sayDays('2026-11-20', '2026-11-20', '2026-11-20')).toBe('Friday 20 November');
  expect(sayDays('2026-11-20', '2026-11-23', '2026-11-20')).toBe('Friday 20 November to Monday 23 November');
});
