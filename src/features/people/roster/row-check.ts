// Checks one row of an import file against its schema and says what is wrong by row and column.
import { z } from 'zod';
import { type ProblemList } from './problem.ts';

export const MAX_NAME = 100;
export const MAX_EXTERNAL_ID = 64;

/** A person's name, already cleaned. */
export function nameSchema(said: string) {
  return z
    .string()
    .min(1, `The ${said} is missing.`)
    .max(MAX_NAME, `The ${said} is longer than ${MAX_NAME} characters.`)
    .regex(/^$|\p{L}/u, `The ${said} has no letter in it.`);
}

export const externalIdSchema = z
  .string()
  .max(MAX_EXTERNAL_ID, `The id is longer than ${MAX_EXTERNAL_ID} characters.`)
  .regex(/^(?!\d(?:[.,]\d+)?E\+?\d+$)/i, 'The spreadsheet program has rounded this id (as in 1.2E+11).');

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/is missing/, 'Fill the cell in, or delete the row. For a person with one name only, write it in both columns.'],
  [/longer than/, 'Shorten it. If several cells ran together, a quotation mark is missing in this row.'],
  [/no letter/, 'Write the name in letters.'],
  [/rounded/, 'Set the column to “Text” in the spreadsheet program, enter the ids again and save.'],
];

/** True when the row is sound; otherwise its problems are added to the list. */
export function checkRow(
  schema: z.ZodType,
  values: object,
  row: number,
  headings: Readonly<Partial<Record<string, string>>>,
  problems: ProblemList,
): boolean {
  const checked = schema.safeParse(values);
  if (checked.success) return true;
  const fields = new Set<string>();
  for (const { path, message } of checked.error.issues) {
    const field = String(path[0]);
    if (fields.has(field)) continue;
    fields.add(field);
    const remedy = REMEDIES.find(([pattern]) => pattern.test(message))?.[1] ?? 'Correct the cell and save the file.';
    problems.add({ row, column: headings[field] ?? field, message, remedy });
  }
  return false;
}
