// The one chart of the health page: what is drawn is what was so.
import { expect, it } from 'vitest';
import { chartOf, type Point } from './coverage-chart.ts';

const point = (day: string, signed: number, trained: number | null, overdue = 0): Point => ({
  day,
  acknowledged: { people: 10, complete: signed, overdue },
  trained: trained === null ? { people: 0, complete: 0, overdue: 0 } : { people: 4, complete: trained, overdue: 0 },
});

it('draws from the first day to the last, from none at the bottom to all at the top', () => {
  const chart = chartOf([point('2026-09-01', 0, 4), point('2026-09-11', 5, 4, 2), point('2026-09-21', 10, 2, 1)])!;
  expect(chart.acknowledged).toBe('M0 100L50 50L100 0');
  expect(chart.trained).toBe('M0 0L50 0L100 50');
  expect(chart.overdue).toBe('M0 100V0H50V50H100V100Z');
  expect(chart.ends).toEqual({ acknowledged: 0, trained: 50 });
  expect(chart.now).toEqual({ acknowledged: '10 of 10', trained: '2 of 4', overdue: '1' });
});

it('does not let a line fall because more people are asked', () => {
  const asked = (day: string, people: number, complete: number): Point => ({
    ...point(day, 0, null),
    acknowledged: { people, complete, overdue: 0 },
  });
  expect(chartOf([asked('2026-09-01', 2, 2), asked('2026-09-11', 10, 2)])!.acknowledged).toBe('M0 80L100 80');
});

it('leaves days open on which nobody was asked, and draws nothing where nobody ever was', () => {
  const chart = chartOf([point('2026-09-01', 1, null), point('2026-09-11', 2, 1), point('2026-09-21', 3, 2)])!;
  expect(chart.trained).toBe('M50 75L100 50');
  expect(chart.now.trained).toBe('2 of 4');
  expect(chartOf([])).toBeNull();
  expect(chartOf([point('2026-09-01', 1, 1)])).toBeNull();
});

it('names at most seven months, and gives the last day of each as a table', () => {
  const year = Array.from({ length: 12 }, (_, i) => point(`2026-${String(i + 1).padStart(2, '0')}-15`, i % 10, 4));
  const chart = chartOf(year)!;
  expect(chart.months.length).toBeLessThanOrEqual(7);
  expect(chart.months[0]).toMatchObject({ name: 'Feb' });
  expect(chart.rows).toHaveLength(12);
});
