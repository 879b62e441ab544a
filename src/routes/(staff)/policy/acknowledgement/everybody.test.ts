// Nobody is left out of “everybody”, however long the list is.
import { expect, it } from 'vitest';
import { everybodyOpen } from './everybody.ts';

const states = ['due', 'overdue', 'refused', 'confirmed'];
const listOf = (n: number) => Array.from({ length: n }, (_, at) => ({ personId: String(at), state: states[at % 4]! }));

it.each([0, 1, 2_001, 5_000, 10_000, 10_001, 25_000])('takes all of %i people who have not confirmed', async (n) => {
  const all = listOf(n);
  const asked: string[] = [];
  const found = await everybodyOpen(
    async ({ from, limit, group }) => {
      asked.push(String(group));
      expect(limit).toBeLessThanOrEqual(10_000); // more than that the list refuses
      return { total: n, people: all.slice(from, from + limit) };
    },
    { group: 'staff' },
  );
  expect(found).toEqual(all.filter(({ state }) => state !== 'confirmed').map(({ personId }) => personId));
  expect(new Set(asked)).toEqual(new Set(['staff']));
});
