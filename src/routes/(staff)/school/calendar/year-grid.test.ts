import { expect, it } from 'vitest';
import { yearGrid } from './year-grid.ts';

const day = (date: string, because: 'term' | 'weekday' | 'holidays' | 'bank-holiday' | 'closure', what = '') => ({
  date,
  open: because === 'term',
  what,
  because,
  certain: true,
});

it('puts days into weeks from Monday on, a table for each month', () => {
  const days = [
    day('2026-08-30', 'holidays'),
    day('2026-08-31', 'bank-holiday', 'Summer bank holiday'),
    day('2026-09-01', 'closure', 'INSET day'),
    day('2026-09-02', 'term'),
  ];
  const grid = yearGrid(days, '2026-09-02');
  expect(grid.map(({ name }) => name)).toEqual(['August 2026', 'September 2026']);
  const september = grid[1]!.weeks[0]!;
  expect(september).toHaveLength(7);
  expect(september[0]).toBeNull();
  expect(september[1]).toMatchObject({ number: 1, is: 'special', letter: 'S', words: 'INSET day' });
  expect(september[2]).toMatchObject({ number: 2, is: 'open', today: true });
  expect(grid[0]!.weeks[0]![6]).toMatchObject({ number: 30, is: 'plain' });
});

it('says of a day that may be a bank holiday that nobody knows', () => {
  const [month] = yearGrid([{ ...day('2029-01-02', 'term'), certain: false }], '2026-09-02');
  expect(month!.weeks[0]![1]).toMatchObject({ is: 'unsure', letter: '?' });
});
