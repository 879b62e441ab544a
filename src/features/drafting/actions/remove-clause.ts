// Take a clause out of a draft. It keeps its id and its words, and can be brought back.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft, savePart, sayingPart } from '../edit-part.ts';
import { clauseId, draftId, revision, saved } from '../input.ts';

export const removeClause = defineAction({
  name: 'drafting.removeClause',
  kind: 'write',
  summary: 'Take a clause out of a draft.',
  route: 'POST /policy/drafts/{draftId}/clauses/{clauseId}/remove',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId, clauseId, revision }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, clauseId: clause }) => ({ draft, clause }),
}).handle(async (context, { draftId: id, clauseId: key, revision: seen }) => {
  const draft = await openDraft(context, id);
  await sayingPart(context, id, 'clause', key);
  return savePart(context, draft, { kind: 'clause', key, revision: seen, content: null });
});
