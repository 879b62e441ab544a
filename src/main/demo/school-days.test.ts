// Times around today, on a Monday just after midnight in summer time.
import { expect, it } from 'vitest';
import { schoolYearAround, whenFrom } from './school-days.ts';

const monday = Temporal.Instant.from('2026-06-14T23:30:00Z');

it('steps over weekends, by the school’s own clock', () => {
  const when = whenFrom(monday);
  expect(when.schoolDay(1, '15:40').toString()).toBe('2026-06-12T14:40:00Z');
  expect(when.dateAhead(5)).toBe('2026-06-22');
  expect(when.dateBack(6)).toBe('2026-06-05');
  expect(when.ahead(1, '08:30')).toBe('2026-06-16T08:30');
});

it('finds the school year that a day lies in', () => {
  const hours = { opens: '08:45', closes: '15:30' };
  expect(schoolYearAround(monday, hours).terms[0]?.starts).toBe('2025-09-02');
  expect(schoolYearAround(Temporal.Instant.from('2026-11-20T09:00:00Z'), hours).terms[0]?.starts).toBe('2026-09-02');
});
