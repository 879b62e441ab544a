import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';

const total = (widths: readonly number[]) => Math.round(widths.reduce((all, one) => all + one, 0));

test('the columns fill the table, and a longer text has the wider one', () => {
  const [name, remark] = columnWidths(['Name', 'Remark'], [['Ada', 'Was away on the day and signed on paper']], 480);
  expect(total([name!, remark!])).toBe(480);
  expect(remark!).toBeGreaterThan(name! * 2);
});

test('words longer than the table still leave every column its share', () => {
  const widths = columnWidths(['A', 'B', 'C'], [['x'.repeat(60), 'y'.repeat(60), 'z']], 300);
  expect(total(widths)).toBe(300);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});

test('columns alike are alike', () => {
  expect(columnWidths(['One', 'Two'], [], 100)).toEqual([50, 50]);
});
