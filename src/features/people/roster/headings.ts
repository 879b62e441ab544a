// Recognises the headings of an import file, whatever the school's system calls its columns.
import { type RosterProblems, problemList, shown } from './problem.ts';

/** One column Gatepost reads and the headings it goes by; where a file has several of them, the earliest wins. */
export interface ColumnSpec<Field extends string> {
  readonly field: Field;
  /** As people say it in a message: "first name". */
  readonly said: string;
  readonly required: boolean;
  readonly names: readonly string[];
}

export interface Headings<Field extends string> {
  readonly found: readonly { readonly field: Field; readonly index: number; readonly heading: string }[];
  readonly missing: readonly ColumnSpec<Field>[];
  readonly ignored: readonly string[];
  readonly twice: readonly string[];
}

/** "First name", "first_name" and "FIRST-NAME" are one heading. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

export function matchHeadings<Field extends string>(
  headings: readonly string[],
  columns: readonly ColumnSpec<Field>[],
): Headings<Field> {
  const indexes = new Map<string, number[]>();
  headings.forEach((heading, index) => {
    const key = headingKey(heading);
    if (key) indexes.set(key, [...(indexes.get(key) ?? []), index]);
  });
  const found: { field: Field; index: number; heading: string }[] = [];
  const missing: ColumnSpec<Field>[] = [];
  const twice: string[] = [];
  for (const column of columns) {
    const key = column.names.map(headingKey).find((candidate) => indexes.has(candidate));
    const [index, second] = (key && indexes.get(key)) || [];
    if (index === undefined) {
      if (column.required) missing.push(column);
      continue;
    }
    const heading = (headings[index] ?? '').trim();
    if (second !== undefined) twice.push(heading);
    found.push({ field: column.field, index, heading });
  }
  const read = new Set(found.map(({ index }) => index));
  const ignored = headings
    .map((heading) => heading.trim())
    .filter((heading, index) => heading !== '' && !read.has(index));
  return { found, missing, ignored, twice };
}

/** What is wrong with the heading row, and what to call the columns instead. */
export function headingProblems(headings: Headings<string>, columns: readonly ColumnSpec<string>[]): RosterProblems {
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
