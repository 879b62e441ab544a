// Reads pupils.csv and staff.csv for the command line.
import { parse } from 'csv-parse/sync';
import type { PlacedPerson } from '#features/people/names/index.ts';

export type RollPerson = PlacedPerson & { readonly id: string };
export type RollFile =
  { readonly ok: true; readonly people: RollPerson[] } | { readonly ok: false; readonly problem: string };

type Cells = Readonly<Record<string, string | undefined>>;

const headings = (row: readonly string[]): string[] =>
  row.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );

/** Rows keyed by heading, or what is wrong and where, in one line. */
const readRows = (
  text: string,
  needed: readonly string[],
): { ok: true; rows: Cells[] } | { ok: false; problem: string } => {
  try {
    const rows = parse<Cells>(text, {
      bom: true,
      columns: headings,
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    });
    const first: string[][] = parse(text, { bom: true, to_line: 1, trim: true, relax_column_count: true });
    const missing = needed.find((column) => !headings(first[0] ?? []).includes(column));
    if (missing !== undefined) return { ok: false, problem: `row 1: there is no column “${missing}”` };
    return { ok: true, rows };
  } catch (error) {
    const line =
      typeof error === 'object' && error !== null && 'lines' in error && typeof error.lines === 'number'
        ? `line ${error.lines}: `
        : '';
    return { ok: false, problem: `${line}this is not a readable CSV table` };
  }
};

const readPeople = (text: string, kind: 'pupil' | 'staff'): RollFile => {
  const table = readRows(text, ['first_name', 'last_name']);
  if (!table.ok) return table;
  const people = table.rows.flatMap((row, index): RollPerson[] => {
    const first = row['first_name'] ?? '';
    const last = row['last_name'] ?? '';
    if (first === '' && last === '') return [];
    return [
      {
        id: `${kind}-${index + 1}`,
        kind,
        first,
        last,
        preferred: row['preferred_name'],
        yearGroup: row['year_group'],
        className: row['class'],
      },
    ];
  });
  return { ok: true, people };
};

export const readPupilsFile = (text: string): RollFile => readPeople(text, 'pupil');
export const readStaffFile = (text: string): RollFile => readPeople(text, 'staff');
