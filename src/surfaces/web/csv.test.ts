// Names with commas, quotes and line breaks stay in their cell, and nothing runs as a formula.
import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('keeps every cell in its place', () => {
  expect(
    csvOf([
      ['Name', 'Says'],
      ['O’Brien, Siân', 'a "b"\nc'],
    ]),
  ).toBe('\uFEFF"Name","Says"\r\n"O’Brien, Siân","a ""b""\nc"\r\n');
});

it('lets no spreadsheet run what somebody typed', () => {
  expect(csvOf([['=HYPERLINK("x")', '+1', '-2', '@x']])).toContain(`"'=HYPERLINK(""x"")","'+1","'-2","'@x"`);
});
