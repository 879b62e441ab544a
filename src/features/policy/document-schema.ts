// What a policy file must look like, field by field.
import { z } from 'zod';
import { allSettings } from './settings/index.ts';
import type { Setting } from './setting.ts';

const sentence = z.string().trim().min(1).max(2000);
const short = z.string().trim().min(1).max(200);
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, { message: 'Use small letters, digits and hyphens.' });
const clauseId = z.string().regex(/^[A-Z]{2,6}-\d{2,4}$/, { message: 'A clause id looks like TP-30.' });
const clauseIds = z.array(clauseId);

/** How strongly a clause speaks. `fact` states something, `process` says how a thing is done. */
export const forces = ['must', 'must-not', 'should', 'should-not', 'may', 'process', 'fact'] as const;

const clause = z.strictObject({
  id: clauseId.describe('For ever the same, also in later editions.'),
  number: short.describe('The number that people see, such as 5.1.'),
  under: short.describe('The heading it stands under.'),
  title: short,
  text: sentence,
  binds: z.array(short).min(1).describe('Whom it binds, in the policy’s own words.'),
  force: z.enum(forces),
  'rests-on': z.array(short).min(1).describe('The controls that make it real.'),
});

const definition = z.strictObject({ term: short, meaning: sentence, clause: clauseId });
const linkedPolicy = z.strictObject({ title: short, clauses: clauseIds });
const choice = z.strictObject({
  tension: slug,
  question: sentence,
  options: z.array(sentence).min(2),
  chosen: sentence.describe('One of the options, word for word.'),
  because: sentence,
  clauses: clauseIds.describe('The clauses that disagree or are silent.'),
});

const override = (value: z.ZodType) =>
  z.strictObject({
    account: short.optional(),
    platform: short.optional(),
    category: short.optional(),
    is: value,
    by: clauseIds,
  });

const given = (setting: Setting<unknown>) =>
  z
    .strictObject({ is: setting.schema, by: clauseIds.min(1), overrides: z.array(override(setting.schema)).optional() })
    .describe(setting.question);

export const documentSchema = z.strictObject({
  id: slug,
  title: short,
  school: short.describe('The school or trust it was written for.'),
  edition: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, { message: 'Write a year, a month or a day in quotes: "2026-09".' })
    .optional()
    .describe('When the school issued it, where that is known.'),
  derivedFrom: slug.optional().describe('The policy this one began as a copy of.'),
  ethos: sentence.optional(),
  definitions: z.array(definition).optional(),
  linkedPolicies: z.array(linkedPolicy).optional(),
  clauses: z.array(clause).min(1),
  settings: z.strictObject(Object.fromEntries(allSettings.map((setting) => [setting.id, given(setting).optional()]))),
  choices: z.array(choice).optional(),
});

export type Clause = z.infer<typeof clause>;
export type Definition = z.infer<typeof definition>;
export type LinkedPolicy = z.infer<typeof linkedPolicy>;
export type PolicyChoice = z.infer<typeof choice>;

/** The JSON Schema that editors and other programs can check a policy file against. */
export const policyJsonSchema = (): object => z.toJSONSchema(documentSchema, { io: 'input', reused: 'ref' });
