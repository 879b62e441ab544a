// What the actions of drafting ask for and answer with, said once.
import { z } from 'zod';
import { forces } from '#features/policy/index.ts';

export const draftId = z.uuid().describe('Which draft');
export const clauseId = z.string().max(20).describe('Which clause, such as TP-30');
export const revision = z.coerce
  .number()
  .int()
  .min(1)
  .describe('The revision that was being edited; another means that somebody saved meanwhile');

const short = (what: string) => z.string().trim().min(1, `${what} is missing.`).max(200, 'At most 200 characters.');
export const sentence = (what: string) =>
  z.string().trim().min(1, `${what}`).max(2000, 'At most 2,000 characters: make two clauses of it.');

export const heading = short('The heading').describe('The heading it stands under');
export const clauseFields = {
  number: short('The number').describe('The number that people see, such as 5.1'),
  title: short('The title'),
  under: heading,
  text: sentence('Write the words of the clause.').describe('Its words'),
  force: z.enum(forces, 'Choose how strongly it speaks.').describe('How strongly it speaks'),
  binds: z
    .array(short('A name'))
    .min(1, 'Say whom it binds.')
    .max(30, 'At most thirty.')
    .describe('Whom it binds, in the policy’s own words'),
  restsOn: z
    .array(z.string().max(100))
    .max(30)
    .default([])
    .describe('The controls that make it real, by id; none while nobody has matched it'),
};

export const saved = z.object({
  revision: z.number(),
  changed: z.boolean().describe('False where it said the same already'),
});

export const address = z.string().trim().max(100).describe('in-force, version:<id>, model:<name>, trust or draft:<id>');
