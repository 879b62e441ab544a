// Input → typed input, or a failure that names every field that is wrong.
import type { z } from 'zod';
import { fail, type FieldProblem } from './errors.ts';
import { inPlainWords } from './issue-words.ts';

export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw ?? {}, { error: inPlainWords });
  if (parsed.success) {
    const field = unkeepable(parsed.data);
    if (field === null) return parsed.data;
    throw fail.invalid({
      code: 'unusable-characters',
      message: 'The text contains a character that cannot be kept (a null character or half of a pair).',
      remedy: 'Remove it and send again; typing the text anew always helps.',
      fields: [{ field, message: 'It contains a character that cannot be kept.' }],
    });
  }
  const fields: FieldProblem[] = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || '(whole)',
    message: issue.message,
  }));
  throw fail.invalid({
    code: 'invalid-input',
    message:
      fields.length === 1
        ? `${fields[0]!.field}: ${fields[0]!.message}`
        : `${fields.length} fields need putting right.`,
    remedy: 'Put these fields right and send again.',
    fields,
  });
}

/**
 * PostgreSQL keeps no null character, and half of a surrogate pair becomes another character on the way there: what was typed
 * would not be what is kept, nor what was hashed.
 * @returns the dotted path of the first text with one, or null
 */
function unkeepable(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : path || '(whole)';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, one] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    const found = unkeepable(key) === null ? unkeepable(one, here) : here;
    if (found !== null) return found;
  }
  return null;
}
