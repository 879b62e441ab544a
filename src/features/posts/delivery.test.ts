// One post on one account: what is at rest, what may be out, and when an unsent one is asked for again.
import { expect, test } from 'vitest';
import {
  byHandDue,
  DELIVERY_STATES,
  isOutstanding,
  isResumeMinute,
  isSettled,
  mayBeOut,
  refusalWords,
  waitsForPerson,
  whatFollows,
} from './delivery.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('whatever may be out can be taken down; what is not settled waits for a connector or for a person', () => {
  expect(DELIVERY_STATES.filter(mayBeOut)).toEqual(['begun', 'published', 'unknown']);
  expect(DELIVERY_STATES.filter(isOutstanding)).toEqual(['begun', 'unknown']);
  expect(DELIVERY_STATES.filter(waitsForPerson)).toEqual(['by-hand', 'refused']);
  for (const state of DELIVERY_STATES) expect(isSettled(state)).toBe(!isOutstanding(state) && !waitsForPerson(state));
});

test.each([
  [['published', 'published'], 'settle'],
  [['published', 'cancelled'], 'settle'],
  [['published', 'refused'], null],
  [['published', 'by-hand'], null],
  [['begun'], null],
  [['refused'], null],
  [['cancelled', 'cancelled'], 'give-up'],
  [[], null],
])('from copies that stand %j follows %s: never “published” with nothing out', (states, follows) => {
  expect(whatFollows(states)).toBe(follows);
});

test('a post that some place refused does not pass for one on its way', () => {
  expect(refusalWords(['published', 'by-hand'])).toBeNull();
  expect(refusalWords(['published', 'refused'])).toBe('Not out everywhere');
  expect(refusalWords(['begun', 'refused'])).toBe('Not out everywhere');
  expect(refusalWords(['cancelled', 'refused'])).toBe('Not out');
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
