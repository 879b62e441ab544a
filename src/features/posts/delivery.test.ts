// One post on one account: what is at rest, what may be out, and when an unsent one is asked for again.
import { expect, test } from 'vitest';
import { byHandDue, DELIVERY_STATES, isOutstanding, isResumeMinute, isSettled, mayBeOut } from './delivery.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('whatever may be out can be taken down, and what is at rest is not asked for', () => {
  expect(DELIVERY_STATES.filter(mayBeOut)).toEqual(['begun', 'by-hand', 'published', 'unknown']);
  expect(DELIVERY_STATES.filter(isOutstanding)).toEqual(['begun', 'unknown']);
  for (const state of DELIVERY_STATES.filter(isOutstanding)) expect(isSettled(state)).toBe(false);
});

test('an unsent post is asked for again after 2, 4, 8, 16 … minutes, and no more often', () => {
  const since = at('2026-11-20T09:00:00Z');
  const asked = Array.from({ length: 600 }, (_, minute) => minute).filter((minute) =>
    isResumeMinute(since, since.add({ minutes: minute, seconds: 20 })),
  );
  expect(asked).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512]);
});

test('by hand within four hours', () => {
  expect(byHandDue(at('2026-11-20T09:00:00Z'))).toBe('2026-11-20T13:00:00Z');
});
