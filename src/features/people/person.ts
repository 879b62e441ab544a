// One person of the school: what is kept, how the name is said, and which words may stand in a field.
import { z } from 'zod';
import { nameLine, titleLine } from '#kernel/written-line.ts';
import { yearGroupOf } from './roster/year-group.ts';

const name = (said: string) =>
  nameLine(100)
    .refine((text) => text !== '', `Give the ${said} name.`)
    .refine((text) => text === '' || /\p{L}/u.test(text), `The ${said} name has no letter in it.`);

export const personFields = {
  firstName: name('first').describe('First name'),
  lastName: name('last').describe('Last name'),
  preferredName: nameLine(100).describe('The name this person is called by'),
  email: z
    .union([z.literal(''), z.email('This is not an e-mail address.').max(254, 'At most 254 characters.')])
    .describe('Work e-mail address; it is also what they sign in with'),
  jobTitle: titleLine(200).describe('Job title'),
  signOff: titleLine(120).describe('How this person signs a post, such as “Miss Raman, Kingfisher class”'),
};

export const yearGroupSchema = z
  .string()
  .trim()
  .max(20, 'At most 20 characters.')
  .transform((written, { issues }) => {
    const year = written === '' ? '' : yearGroupOf(written);
    if (year !== null) return year;
    issues.push({
      code: 'custom',
      input: written,
      message: 'Write the year as, for example, Reception, Year 4 or P3.',
    });
    return z.NEVER;
  });
export const classNameSchema = nameLine(50);

export interface NameRow {
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string;
}

/** The name as the school says it: "Millie Brown". */
export const personName = (row: NameRow): string => `${row.preferred_name || row.first_name} ${row.last_name}`;

export interface FormerName {
  readonly first: string;
  readonly last: string;
}

const isFormerName = (value: unknown): value is FormerName =>
  typeof value === 'object' && value !== null && 'first' in value && 'last' in value;

export const formerNamesOf = (value: unknown): FormerName[] => (Array.isArray(value) ? value.filter(isFormerName) : []);

/** The earlier names once this name has been given up, each once. */
export function withFormer(former: readonly FormerName[], given: FormerName): FormerName[] {
  const known = former.some(({ first, last }) => first === given.first && last === given.last);
  return known ? [...former] : [...former, given];
}
