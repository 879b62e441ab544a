import { describe, expect, it } from 'vitest';
import { type ColumnSpec } from './headings.ts';
import { PROBLEMS_SHOWN } from './problem.ts';
import { MAX_ROWS, readTable } from './read-table.ts';

type Field = 'first' | 'last' | 'class';
const COLUMNS: readonly ColumnSpec<Field>[] = [
  { field: 'first', said: 'first name', required: true, names: ['First name', 'Forename'] },
  { field: 'last', said: 'last name', required: true, names: ['Last name', 'Surname'] },
  { field: 'class', said: 'class', required: false, names: ['Class', 'Form'] },
];
const read = (text: string) => readTable(text, COLUMNS);
const rowsOf = (text: string) => {
  const table = read(text);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.rows;
};
const problemOf = (text: string) => {
  const table = read(text);
  return table.ok ? undefined : table.problems[0];
};
const amelia = { first: 'Amelia', last: 'Brown', class: '4B' };

describe('a list', () => {
  it.each([
    ['commas', 'first_name,last_name,class\nAmelia,Brown,4B'],
    ['semicolons', 'Forename;Surname;Form\r\nAmelia;Brown;4B\r\n'],
    ['tabs', 'FIRST NAME\tSURNAME\tClass\nAmelia\tBrown\t4B\n'],
    ['old Macintosh line ends', 'first_name,last_name,class\rAmelia,Brown,4B\r'],
    ['quotation marks', '"First-Name","Last Name","class"\n"Amelia","Brown","4B"'],
    ['a separator line of Excel', 'sep=;\r\nForename;Surname;Form\r\nAmelia;Brown;4B'],
    [
      'commas in the headings of a semicolon list',
      'Forename;Surname;Form;"Notes, other, more, and more"\nAmelia;Brown;4B;',
    ],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text)).toEqual([{ row: 2, cells: amelia }]);
  });

  it('counts rows as a spreadsheet does, over blank rows and cells of several lines', () => {
    const rows = rowsOf('first_name,last_name,address\n\nAmelia,Brown,"1 High Street\nTown"\n,,\nNoah,Smith,\n');
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it('finds the headings below a title, and says so', () => {
    const table = read('Class list 4B,,\n,,\nForename,Surname,Form\nAmelia,Brown,4B');
    expect(table.ok && table.rows).toEqual([{ row: 4, cells: amelia }]);
    expect(table.ok && table.notes[0]).toMatchObject({ row: 3 });
  });

  it('lists the columns it leaves alone, and leaves absent fields absent', () => {
    const table = read('Surname,Forename,House,Legal surname\nBrown,Amelia,Red,Brown');
    expect(table.ok && table.ignoredColumns).toEqual(['House', 'Legal surname']);
    expect(table.ok && Object.keys(table.rows[0]?.cells ?? {})).toEqual(['first', 'last']);
  });

  it('says once that invisible characters were taken out', () => {
    const table = read('first_name,last_name\nA\u200bva,Brown\nN\u202eoah,Smith');
    expect(table.ok && table.notes).toEqual([
      { row: 2, column: 'first_name', message: 'Invisible characters were taken out of 2 cells, the first in row 2.' },
    ]);
  });

  it('names a missing column, what it found instead, and the remedy', () => {
    expect(problemOf('Forename,House\nAmelia,Red')).toMatchObject({
      column: 'Last name',
      message: expect.stringContaining('“House”'),
      remedy: expect.stringContaining('“Surname”'),
    });
    expect(problemOf('Name,Class\nAmelia Brown,4B')?.remedy).toContain('two columns');
  });

  it.each([
    ['two columns of one heading', 'Forename,Surname,Forename\nA,B,C', { row: null, column: 'Forename' }],
    [
      'a quotation mark never closed',
      'first_name,last_name\nAva,Jones\n"Amelia,Brown\nNoah,Smith\n',
      { row: 3, column: null },
    ],
    ['a row without end', `first_name,last_name\nAva,Jones\n${'x'.repeat(70_000)},Smith\n`, { row: 3, column: null }],
    ['more cells than headings', 'first_name,last_name\nBrown, Amelia,4B', { row: 2, column: null }],
    ['a control character', 'first_name,last_name\nAva,Jones\nNo\0ah,Smith', { row: 3, column: 'first_name' }],
    ['no rows', 'first_name,last_name\n', { row: null, column: null }],
  ])('refuses %s, by row and column', (_, text, where) => {
    expect(problemOf(text)).toMatchObject(where);
  });

  it('takes surplus empty cells, and cells missing at the end of a row', () => {
    expect(rowsOf('first_name,last_name,class\nAmelia,Brown,4B,,\nNoah,Smith')).toHaveLength(2);
  });

  it('shows the first hundred problems and counts the rest', () => {
    const table = read(`first_name,last_name\n${'\u0007,x\n'.repeat(500)}`);
    expect(table).toMatchObject({ ok: false, problemCount: 500, problems: { length: PROBLEMS_SHOWN } });
  });

  it('refuses more rows than a school has', () => {
    expect(problemOf(`first_name,last_name\n${'A,B\n'.repeat(MAX_ROWS + 1)}`)?.message).toContain('100,000');
  });

  it('does not read the heading of an object’s own machinery as a column', () => {
    expect(rowsOf('first_name,last_name,__proto__,constructor\nA,B,C,D')[0]?.cells).toEqual({ first: 'A', last: 'B' });
  });
});
