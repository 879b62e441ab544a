import { expect, test } from 'vitest';
import { answerDueOn, remindersBy } from './waiting.ts';

test('a question is in time for a week, and called to mind each week after that', () => {
  expect(answerDueOn('2026-11-20')).toBe('2026-11-27');
  const by = (today: string) => remindersBy('2026-11-20', today);
  expect([by('2026-11-20'), by('2026-11-27')]).toEqual([0, 0]);
  expect([by('2026-11-28'), by('2026-12-04')]).toEqual([1, 1]);
  expect(by('2026-12-05')).toBe(2);
});
