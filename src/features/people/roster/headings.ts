// Recognises the headings of an import file, whatever the school's system calls its columns.

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
