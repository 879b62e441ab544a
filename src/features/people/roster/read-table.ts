// Reads a CSV list into rows: finds the separator and the heading row, and reports what is wrong by row and column.
import { parse } from 'csv-parse/sync';
import { cleanCell } from './clean-cell.ts';
import { csvOptions, isCsvError } from './csv-dialect.ts';
import { type ColumnSpec, type Headings, headingProblems } from './headings.ts';
import { type ProblemList, type RosterNote, type RosterProblems, problemList, wholeFile } from './problem.ts';
import { HEADING_WITHIN_ROWS, type Layout, findLayout } from './table-layout.ts';

export const MAX_ROWS = 100_000;

/** A field is absent when the file has no such column, and empty when the cell is. */
export interface TableRow<Field extends string> {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

export interface Table<Field extends string> {
  readonly rows: readonly TableRow<Field>[];
  /** The heading each field was found under. */
  readonly headings: Readonly<Partial<Record<Field, string>>>;
  readonly ignoredColumns: readonly string[];
  readonly notes: readonly RosterNote[];
}

export type TableResult<Field extends string> =
  ({ readonly ok: true } & Table<Field>) | ({ readonly ok: false } & RosterProblems);

export function readTable<Field extends string>(
  text: string,
  columns: readonly ColumnSpec<Field>[],
): TableResult<Field> {
  const layout = findLayout(text, columns);
  const wrong = headingProblems(layout.headings, columns);
  if (wrong.problemCount > 0) return { ok: false, ...wrong };

  const parsed = parseAll(layout);
  if (!parsed.ok) return parsed;
  const problems = problemList();
  const notes: RosterNote[] = [];
  const rows = readRows(parsed.records, layout, problems, notes);
  if (problems.count > 0) return { ok: false, ...problems.found() };
  if (rows.length === 0)
    return {
      ok: false,
      ...wholeFile('The file has headings but no rows.', 'Export the list again and import the new file.'),
    };
  if (layout.headingAt > 0)
    notes.unshift({
      row: layout.headingAt + 1,
      column: null,
      message: `The headings were found in row ${layout.headingAt + 1}; what stands above them was left out.`,
    });
  return { ok: true, rows, headings: headingOf(layout.headings), ignoredColumns: layout.headings.ignored, notes };
}

function parseAll({
  body,
  separator,
}: Layout<string>): { readonly ok: true; readonly records: string[][] } | ({ readonly ok: false } & RosterProblems) {
  try {
    const records = parse(body, { ...csvOptions(separator), to: MAX_ROWS + HEADING_WITHIN_ROWS + 1 }) as string[][];
    return { ok: true, records };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const problem = {
      row: (error.records ?? 0) + 1,
      column: null,
      message:
        error.code === 'CSV_QUOTE_NOT_CLOSED'
          ? 'A quotation mark opens in this row and is never closed.'
          : 'This row runs on for tens of thousands of characters.',
      remedy: 'Take out the quotation mark that has no partner, and save the file again.',
    };
    return { ok: false, problems: [problem], problemCount: 1 };
  }
}

function readRows<Field extends string>(
  records: readonly string[][],
  layout: Layout<Field>,
  problems: ProblemList,
  notes: RosterNote[],
): TableRow<Field>[] {
  const rows: TableRow<Field>[] = [];
  const hidden = { count: 0, row: 0, column: '' };
  const { found } = layout.headings;
  for (let at = layout.headingAt + 1; at < records.length; at += 1) {
    const record = records[at] ?? [];
    if (record.every((cell) => cell.trim() === '')) continue;
    const row = at + 1;
    if (rows.length >= MAX_ROWS) {
      problems.add({
        row,
        column: null,
        message: `The file has more than ${MAX_ROWS.toLocaleString('en-GB')} rows.`,
        remedy: 'Import one school at a time.',
      });
      break;
    }
    if (record.length > layout.width && record.slice(layout.width).some((cell) => cell.trim() !== '')) {
      problems.add({
        row,
        column: null,
        message: `The row has ${record.length} cells, the heading row ${layout.width}.`,
        remedy: `A value that itself holds the separator (${layout.separator === '\t' ? 'a tab' : layout.separator}) needs quotation marks round it.`,
      });
      continue;
    }
    const cells: Partial<Record<Field, string>> = {};
    for (const { field, index, heading } of found) {
      const cell = cleanCell(record[index] ?? '');
      if (!cell.ok) {
        problems.add({ row, column: heading, message: cell.message, remedy: cell.remedy });
        continue;
      }
      if (cell.hidden && (hidden.count += 1) === 1) Object.assign(hidden, { row, column: heading });
      cells[field] = cell.text;
    }
    rows.push({ row, cells });
  }
  if (hidden.count > 0) {
    const message = `Invisible characters were taken out of ${hidden.count === 1 ? 'one cell' : `${hidden.count} cells, the first in row ${hidden.row}`}.`;
    notes.push({ row: hidden.row, column: hidden.column, message });
  }
  return rows;
}

function headingOf<Field extends string>({ found }: Headings<Field>): Partial<Record<Field, string>> {
  const headings: Partial<Record<Field, string>> = {};
  for (const { field, heading } of found) headings[field] = heading;
  return headings;
}
