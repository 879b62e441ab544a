// Begin a draft from a file (the YAML of `policies`, or Markdown) or from text pasted from Word or a PDF.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { beginWith } from '../begin-with.ts';
import { readPasted } from '../reading/read-pasted.ts';

export const importPolicy = defineAction({
  name: 'drafting.import',
  kind: 'write',
  summary: 'Begin a draft from a file or from pasted text.',
  route: 'POST /policy/drafts/import',
  scope: 'school',
  who: writesPolicy,
  largeInput: true,
  input: z.object({
    text: z
      .string()
      .min(1, 'Choose a file, or paste the text.')
      .max(2_000_000, 'This is far too long for a policy. Send the policy alone.')
      .describe('YAML as in the folder policies, Markdown as the export writes it, or plain text'),
    name: z.string().trim().max(120, 'At most 120 characters.').default('').describe('What to call the draft'),
  }),
  output: z.object({
    draftId: z.string(),
    read: z.enum(['yaml', 'markdown', 'text']),
    clauses: z.number(),
    unmatched: z.number().describe('How many clauses somebody has to match to a control'),
  }),
  errors: ['not-a-policy'],
  controls: ['policy.drafting'],
  about: (_, { draftId }) => ({ draft: draftId }),
}).handle(async (context, { text, name }) => {
  const { document, read, words } = await readPasted(context, text);
  const draftId = await beginWith(context, {
    document,
    name: name || document.title,
    from: read === 'text' ? 'text' : 'file',
    words,
    versionId: null,
  });
  return {
    draftId,
    read,
    clauses: document.clauses.length,
    unmatched: document.clauses.filter((clause) => clause['rests-on'].length === 0).length,
  };
});
