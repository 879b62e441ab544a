// One post on one account: what is at rest, what may be out, and when an unsent one is asked for again.
import { expect, test } from 'vitest';
import { byHandDue, DELIVERY_STATES, isOutstanding, isResumeMinute, isSettled, mayBeOut } from './delivery.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('whatever may be out can be taken down, and what is at rest is not asked for', () => {
  expect(DELIVERY_STATES.filter(mayBeOut)).toEqual(['begun', 'by-hand', 'published', 'unknown']);
  expect(DELIVERY_STATES.filter(isOutstanding)).toEqual(['begun', 'unknown']);
  for (const state of DELIVERY_STATES.filter(isOutstanding)) expect(isSettled(state)).toBe(false);
});

test('an unsent post is asked for again every minute for a quarter of an hour, then every quarter', () => {
  const since = at('2026-11-20T09:00:00Z');
  const asked = Array.from({ length: 50 }, (_, minute) => minute).filter((minute) =>
    isResumeMinute(since, since.add({ minutes: minute, seconds: 20 })),
  );
  expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 30, 45]);
});

test('by hand within four hours', () => {
  expect(byHandDue(at('2026-11-20T09:00:00Z'))).toBe('2026-11-20T13:00:00Z');
});
