// Reads a CSV list into rows: finds the separator and the heading row, and reports what is wrong by row and column.
import { type CsvError, type Info, type Options, parse } from 'csv-parse/sync';
import { cleanCell } from './clean-cell.ts';
import { type ColumnSpec, type Headings, matchHeadings } from './headings.ts';
import { type ProblemList, type RosterNote, type RosterProblems, problemList, shown, wholeFile } from './problem.ts';

export const MAX_ROWS = 100_000;
/** A longer row is a quotation mark that was never closed. */
const MAX_ROW_CHARACTERS = 64 * 1024;
/** Some systems print a title above the headings. */
const HEADING_WITHIN_ROWS = 10;
const SEPARATORS = [',', ';', '\t'] as const;

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
  const body = withoutSeparatorLine(text);
  const layout = findLayout(body.text, body.separator ? [body.separator] : SEPARATORS, columns);
  if (layout.headings.missing.length > 0 || layout.headings.twice.length > 0)
    return { ok: false, ...headingProblems(layout.headings, columns) };

  const parsed = parseAll(body.text, layout.separator);
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

interface Layout<Field extends string> {
  readonly separator: string;
  readonly headingAt: number;
  readonly width: number;
  readonly headings: Headings<Field>;
}

/** Excel writes "sep=;" above a list and hides that line from its row numbers, so we do not count it either. */
function withoutSeparatorLine(text: string): { text: string; separator: string | null } {
  const line = /^sep=([,;\t])\r?\n/i.exec(text);
  return line ? { text: text.slice(line[0].length), separator: line[1] ?? null } : { text, separator: null };
}

/** The separator and heading row under which most of our columns are recognised. */
function findLayout<Field extends string>(
  text: string,
  separators: readonly string[],
  columns: readonly ColumnSpec<Field>[],
): Layout<Field> {
  const start = text.slice(0, 2 * MAX_ROW_CHARACTERS);
  let best: Layout<Field> | undefined;
  for (const separator of separators) {
    for (const [headingAt, cells] of firstRecords(start, separator).entries()) {
      const candidate = { separator, headingAt, width: cells.length, headings: matchHeadings(cells, columns) };
      if (
        !best ||
        recognised(candidate) > recognised(best) ||
        (recognised(best) === 0 && headingAt === 0 && candidate.width > best.width)
      )
        best = candidate;
    }
  }
  return best ?? { separator: ',', headingAt: 0, width: 0, headings: matchHeadings([], columns) };
}

function recognised(layout: Layout<string>): number {
  return layout.headings.found.length;
}

function options(delimiter: string): Options {
  return {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_ROW_CHARACTERS,
  };
}

/** The first rows as far as they can be read: what is wrong further down is reported when the whole file is. */
function firstRecords(text: string, separator: string): string[][] {
  const records: string[][] = [];
  try {
    parse(text, {
      ...options(separator),
      to: HEADING_WITHIN_ROWS,
      on_record: (record: string[]) => void records.push(record),
    });
  } catch (error) {
    if (!isCsvError(error)) throw error;
  }
  return records;
}

function parseAll(
  text: string,
  separator: string,
): { readonly ok: true; readonly records: string[][] } | ({ readonly ok: false } & RosterProblems) {
  try {
    const records = parse(text, { ...options(separator), to: MAX_ROWS + HEADING_WITHIN_ROWS + 1 }) as string[][];
    return { ok: true, records };
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const row = (error.records ?? 0) + 1;
    const problem = {
      row,
      column: null,
      message: 'A quotation mark opens in this row and is never closed.',
      remedy: 'Take the quotation mark out, or close it, and save the file again.',
    };
    return { ok: false, problems: [problem], problemCount: 1 };
  }
}

function isCsvError(error: unknown): error is CsvError & Partial<Info> {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');
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

function headingProblems(headings: Headings<string>, columns: readonly ColumnSpec<string>[]): RosterProblems {
  const problems = problemList();
  for (const heading of headings.twice) {
    problems.add({
      row: null,
      column: heading,
      message: `Two columns are headed ${shown(heading)}.`,
      remedy: 'Keep the one that is right and delete the other.',
    });
  }
  const there = headings.ignored.slice(0, 8).map(shown).join(', ');
  const whole = headings.ignored.find((heading) =>
    /^(full|pupil|student|staff)?name$/i.test(heading.replace(/[^a-z]/gi, '')),
  );
  for (const column of headings.missing) {
    const also = column.names
      .slice(1, 4)
      .map((name) => `“${name}”`)
      .join(', ');
    problems.add({
      row: null,
      column: column.names[0] ?? column.field,
      message: `There is no column for the ${column.said}.${there ? ` Columns not recognised: ${there}.` : ''}`,
      remedy: whole
        ? `Export first and last names in two columns: ${shown(whole)} cannot be split safely.`
        : `Add a heading row in which that column is called “${column.names[0]}”${also ? ` (also understood: ${also})` : ''}. Gatepost reads: ${columns.map(({ said }) => said).join(', ')}.`,
    });
  }
  return problems.found();
}
