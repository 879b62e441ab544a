// Finds out how a list is laid out: what separates its cells, and in which row the headings stand.
import { parse } from 'csv-parse/sync';
import { MAX_ROW_CHARACTERS, csvOptions, isCsvError } from './csv-dialect.ts';
import { type ColumnSpec, type Headings, matchHeadings } from './headings.ts';

/** Some systems print a title above the headings. */
export const HEADING_WITHIN_ROWS = 10;
const SEPARATORS = [',', ';', '\t'];

export interface Layout<Field extends string> {
  /** The list itself, without what stands before it. */
  readonly body: string;
  readonly separator: string;
  readonly headingAt: number;
  readonly width: number;
  readonly headings: Headings<Field>;
}

/** Excel writes "sep=;" above a list and hides that line from its row numbers, so we do not count it either. */
function withoutSeparatorLine(text: string): { body: string; separators: readonly string[] } {
  const [line, separator] = /^sep=([,;\t])\r?\n/i.exec(text) ?? [];
  return line && separator
    ? { body: text.slice(line.length), separators: [separator] }
    : { body: text, separators: SEPARATORS };
}

/** The separator and heading row under which most of our columns are recognised. */
export function findLayout<Field extends string>(text: string, columns: readonly ColumnSpec<Field>[]): Layout<Field> {
  const { body, separators } = withoutSeparatorLine(text);
  const start = body.slice(0, 2 * MAX_ROW_CHARACTERS);
  let best: Layout<Field> | undefined;
  for (const separator of separators) {
    for (const [headingAt, cells] of firstRecords(start, separator).entries()) {
      const candidate = { body, separator, headingAt, width: cells.length, headings: matchHeadings(cells, columns) };
      if (
        !best ||
        recognised(candidate) > recognised(best) ||
        (recognised(best) === 0 && headingAt === 0 && candidate.width > best.width)
      )
        best = candidate;
    }
  }
  return best ?? { body, separator: ',', headingAt: 0, width: 0, headings: matchHeadings([], columns) };
}

function recognised(layout: Layout<string>): number {
  return layout.headings.found.length;
}

/** The first rows as far as they can be read: what is wrong further down is reported when the whole file is. */
function firstRecords(text: string, separator: string): string[][] {
  const records: string[][] = [];
  try {
    parse(text, {
      ...csvOptions(separator),
      to: HEADING_WITHIN_ROWS,
      on_record: (record: string[]) => void records.push(record),
    });
  } catch (error) {
    if (!isCsvError(error)) throw error;
  }
  return records;
}
