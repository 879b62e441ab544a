// The schools of a trust together, from what each has said.
import { expect, it } from 'vitest';
import { together } from './trust-figure.ts';

const of = (people: number, complete: number) => ({ people, complete, overdue: people - complete });
const point = (day: string, signed: number) => ({ day, acknowledged: of(10, signed), trained: of(4, 4) });

it('takes of each school what it had last said by a day', () => {
  const points = together([
    { points: [point('2026-09-01', 2), point('2026-09-15', 9)] },
    { points: [point('2026-09-08', 5)] },
  ]);
  expect(points.map(({ day, acknowledged }) => [day, acknowledged.people, acknowledged.complete])).toEqual([
    ['2026-09-01', 10, 2],
    ['2026-09-08', 20, 7],
    ['2026-09-15', 20, 14],
  ]);
  expect(together([])).toEqual([]);
});
