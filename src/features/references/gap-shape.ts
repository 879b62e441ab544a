// How a gap in the register is handed to pages and programs.
import { z } from 'zod';

export const gapsInWordsShape = z
  .string()
  .describe('How many there are, in a sentence; nothing where nothing is missing');

export const gapShape = z.object({
  what: z.enum(['missing', 'outdated', 'superseded', 'unknown']),
  title: z.string(),
  named: z.array(z.string()).readonly().describe('What the policy calls it, if it names it'),
  message: z.string(),
  instead: z.string().nullable().describe('The edition that holds in its place, with the section to read'),
  href: z.string(),
  clauses: z.array(z.string()).readonly(),
});
