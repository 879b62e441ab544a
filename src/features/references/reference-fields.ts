// What is asked about a linked policy, a piece of law or guidance, and an expected change.
import { z } from 'zod';
import { daySchema } from '#features/people/index.ts';
import { guidanceKinds } from './guidance.ts';
import { linkedKinds } from './linked-kinds.ts';

const line = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Write ${what}.`)
    .max(300, 'At most 300 letters.')
    .refine((text) => !/\p{Cc}/u.test(text), 'Write it on one line.');
const maybeLine = z.string().trim().max(300, 'At most 300 letters.').default('');
const words = z.string().trim().max(2000, 'At most 2,000 letters.').default('');
const maybeDay = z.union([z.literal('').transform(() => null), daySchema, z.null()]).default(null);

/** An address of the web, or words such as "staff handbook, shelf in the office"; never one that runs something. */
const place = (text: string): boolean => !/^\s*(javascript|data|vbscript):/i.test(text);
const NO_PLACE = 'Write a web address, or where it is kept.';
const owner = z
  .union([z.literal('').transform(() => null), z.uuid(), z.null()])
  .default(null)
  .describe('Its owner');

export const linkedFields = {
  kind: z.enum(linkedKinds).describe('Which of the usual documents it is'),
  title: line('its title').describe('Title'),
  namedAs: maybeLine.describe('What the policy calls it, where that is another name'),
  belongsTo: z.enum(['school', 'trust']).describe('Whose it is'),
  ownerId: owner,
  edition: line('its edition or version').describe('Edition or version'),
  place: line('where it is').refine(place, NO_PLACE).describe('Where it is: a web address, or words'),
  reviewOn: maybeDay.describe('When it is itself reviewed next'),
};

export const guidanceFields = {
  kind: z.enum(guidanceKinds).describe('What it is'),
  title: line('its title').describe('Title'),
  namedAs: maybeLine.describe('What the policy calls it, where that is another name'),
  body: line('who issued it').describe('Issuing body'),
  edition: z
    .string()
    .trim()
    .max(100, 'At most 100 letters.')
    .regex(/\b(19|20)\d{2}\b/, 'Write the edition with its year, such as 2026 or March 2024.')
    .describe('Edition, with its year'),
  section: maybeLine.describe('The section relied on'),
  datedOn: maybeDay.describe('Its date'),
  place: maybeLine.refine(place, NO_PLACE).describe('Where it is'),
  ownerId: owner,
  note: words.describe('A note'),
};

export const watchFields = {
  title: line('what is expected').describe('What is expected to change'),
  why: words.describe('What it would mean for the policy'),
  expected: maybeLine.describe('When it is expected'),
};

export const guidanceKey = z.string().regex(/^[a-z0-9-]{3,60}$/);

export const closingWords = z
  .string()
  .trim()
  .min(1, 'Write what became of it.')
  .max(2000, 'At most 2,000 letters.')
  .describe('What became of it');
