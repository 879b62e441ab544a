// Input → typed input, or a failure that names every field that is wrong.
import type { z } from 'zod';
import { fail, type FieldProblem } from './errors.ts';

export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  const fields: FieldProblem[] = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || '(whole)',
    message: issue.message,
  }));
  throw fail.invalid({
    code: 'invalid-input',
    message: fields.length === 1 ? `${fields[0]!.field}: ${fields[0]!.message}` : `${fields.length} fields need putting right.`,
    remedy: 'Put these fields right and send again.',
    fields,
  });
}
