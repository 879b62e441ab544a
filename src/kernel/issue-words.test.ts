// Every kind of fault that zod can find, and what a person reads about it.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inPlainWords } from './issue-words.ts';
import { parseInput } from './parse.ts';

const faults = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value, { error: inPlainWords }).error?.issues.map(({ message }) => message) ?? [];

const uuid = z.uuid();
test.each<[schema: z.ZodType, value: unknown, words: string]>([
  [z.string(), undefined, 'This is missing.'],
  [z.string(), 5, 'This must be text.'],
  [z.string(), null, 'This must be text.'],
  [z.array(z.string()), 'no', 'This must be a list.'],
  [z.object({}), [], 'This must be an object.'],
  [z.record(z.string(), z.string()), '', 'This must be an object.'],
  [z.number(), 'two', 'This must be a number.'],
  [z.int(), 1.5, 'This must be a whole number.'],
  [z.boolean(), 'yes', 'This must be true or false.'],
  [z.map(z.string(), z.string()), 1, 'This must be of another kind.'],
  [z.string().max(10), 'x'.repeat(11), 'At most 10 characters.'],
  [z.string().max(100_000), 'x'.repeat(100_001), 'At most 100,000 characters.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'At most 1 entry.'],
  [z.number().max(100), 101, 'At most 100.'],
  [z.number().lt(3), 3, 'Less than 3.'],
  [z.string().min(1), '', 'This must not be empty.'],
  [z.string().min(3), 'a', 'At least 3 characters.'],
  [z.array(z.string()).min(2), [], 'At least 2 entries.'],
  [z.number().min(0), -1, 'At least 0.'],
  [z.number().gt(3), 3, 'More than 3.'],
  [z.string().length(4), '12345', 'Exactly 4 characters.'],
  [z.string().length(4), '1', 'Exactly 4 characters.'],
  [z.number().multipleOf(5), 3, 'This must be a multiple of 5.'],
  [uuid, 'k', 'This is not an id.'],
  [z.email(), 'k', 'This is not an email address.'],
  [z.url(), 'k', 'This is not a web address.'],
  [z.iso.date(), '1 May', 'This is not a date such as 2026-09-01.'],
  [z.string().startsWith('#'), 'k', 'This must begin with “#”.'],
  [z.string().endsWith('#'), 'k', 'This must end with “#”.'],
  [z.string().includes('#'), 'k', 'This must contain “#”.'],
  [z.string().regex(/^a$/), 'k', 'This is not written as it must be.'],
  [z.enum(['red', 'black']), 'blue', 'This must be one of: red, black.'],
  [z.literal('red'), undefined, 'This must be red.'],
  [z.strictObject({}), { colour: 1, size: 2 }, 'There is no field “colour” or “size” here.'],
  [z.union([z.string(), z.number()]), true, 'This has none of the forms that it may have.'],
  [
    z.discriminatedUnion('by', [z.object({ by: z.literal('foot') }), z.object({ by: z.literal('bus') })]),
    { by: 'boat' },
    'This must be one of: foot, bus.',
  ],
  [z.record(uuid, z.string()), { a: 'b' }, 'This name may not stand here.'],
  [z.string().refine(() => false), 'a', 'This is not right.'],
])('%# a fault is told in plain words', (schema, value, words) => {
  expect(faults(schema, value)).toEqual([words]);
});

test('words of the schema itself stay as they are', () => {
  expect(faults(z.string({ error: 'Write your name.' }), 4)).toEqual(['Write your name.']);
  expect(faults(z.string().min(3, 'Say why.'), 'a')).toEqual(['Say why.']);
  expect(faults(z.string().regex(/^a$/, 'Write an a.'), 'b')).toEqual(['Write an a.']);
  const refined = z.string().refine(() => false, 'No.');
  expect(faults(refined, 'a')).toEqual(['No.']);
});

test('input that is refused says it the same way, field by field', () => {
  const schema = z.object({ tags: z.array(z.string()), name: z.string().max(10), why: z.string().min(3, 'Say why.') });
  const refused = () => parseInput(schema, { tags: 'one', name: 'much too long', why: '' });
  expect(refused).toThrow(
    expect.objectContaining({
      fields: [
        { field: 'tags', message: 'This must be a list.' },
        { field: 'name', message: 'At most 10 characters.' },
        { field: 'why', message: 'Say why.' },
      ],
    }),
  );
});
