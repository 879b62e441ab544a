// Say in a draft what a word means; or change what it says.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft } from '../edit-part.ts';
import { saveEntry } from '../entries.ts';
import { clauseId, draftId, saved, sentence } from '../input.ts';

export const saveDefinition = defineAction({
  name: 'drafting.saveDefinition',
  kind: 'write',
  summary: 'Say in a draft what a word means.',
  route: 'POST /policy/drafts/{draftId}/definitions',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    key: z.string().max(20).optional().describe('Which definition; left out, a new one'),
    revision: z.coerce.number().int().min(1).optional().describe('As it was read; left out for a new one'),
    term: z.string().trim().min(1, 'Write the word.').max(200, 'At most 200 characters.'),
    meaning: sentence('Write what it means.'),
    clauseId: clauseId.min(1, 'Choose the clause that it stands in.').describe('The clause that it stands in'),
  }),
  output: saved.extend({ key: z.string() }),
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting', 'policy.definitions'],
  about: ({ draftId: draft }, { key }) => ({ draft, definition: key }),
}).handle(async (context, { draftId: id, key, revision, term, meaning, clauseId: clause }) => {
  const draft = await openDraft(context, id);
  return saveEntry(context, draft, { kind: 'definition', key, revision, content: { term, meaning, clause } });
});
