// The shapes in which drafts are told: who, where they stand, a clause, a difference.
import { z } from 'zod';
import { draftStates } from './draft.ts';

export const draftHead = {
  id: z.string(),
  name: z.string(),
  state: z.enum(draftStates),
  begunFrom: z.string().describe('In words: “Version 3”'),
  begunBy: z.string().describe('Empty where it was done on the school’s computer'),
  begunAt: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  edits: z.number(),
};

export const clauseView = z.object({
  id: z.string(),
  number: z.string(),
  under: z.string(),
  title: z.string(),
  text: z.string(),
  force: z.string(),
  binds: z.array(z.string()).readonly(),
  restsOn: z.array(z.string()).readonly(),
});

export const settingPair = z.object({
  id: z.string(),
  question: z.string(),
  where: z.string().describe('Empty where the answer holds generally'),
  before: z.string(),
  after: z.string(),
  change: z.enum(['stricter', 'looser', 'different', 'said', 'unsaid']),
  clausesBefore: z.array(z.string()).readonly(),
  clausesAfter: z.array(z.string()).readonly(),
});

export const onlySaid = z.number().describe('Answers that are the same, and said in only one of the two');

export const problemView = z.object({
  part: z.enum(['about', 'clause', 'setting', 'definition', 'linked', 'choice', 'draft']),
  key: z.string(),
  field: z.string().nullable(),
  name: z.string(),
  message: z.string(),
  remedy: z.string(),
  clauses: z.array(z.string()).readonly().optional().describe('Of the trust, where it has locked the setting'),
});

export const commentView = z.object({
  id: z.string(),
  clauseId: z.string().nullable(),
  words: z.string(),
  by: z.string(),
  at: z.string(),
  settled: z.object({ by: z.string(), at: z.string() }).nullable(),
});

export const editView = z.object({
  n: z.number(),
  kind: z.enum(['about', 'clause', 'setting', 'definition', 'linked', 'choice']),
  key: z.string(),
  what: z.enum(['added', 'changed', 'moved', 'taken-out', 'brought-back']),
  before: z.string().describe('What it said, in words'),
  after: z.string().describe('What it says, in words'),
  by: z.string(),
  at: z.string(),
});
