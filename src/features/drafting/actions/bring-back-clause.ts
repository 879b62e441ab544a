// Bring a clause back that was taken out of a draft: where it stood, in the words it had.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { writesPolicy } from '../access.ts';
import { openDraft, savePart } from '../edit-part.ts';
import { clauseId, draftId, revision, saved } from '../input.ts';
import { partRow } from '../queries.ts';

export const bringBackClause = defineAction({
  name: 'drafting.bringBackClause',
  kind: 'write',
  summary: 'Bring back a clause that was taken out of a draft.',
  route: 'POST /policy/drafts/{draftId}/clauses/{clauseId}/bring-back',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId, clauseId, revision }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, clauseId: clause }) => ({ draft, clause }),
}).handle(async (context, { draftId: id, clauseId: key, revision: seen }) => {
  const draft = await openDraft(context, id);
  const row = await partRow(context.db, context.scopeId, id, 'clause', key);
  if (!row?.taken_out) throw fail.notFound('clause that was taken out of this draft');
  return savePart(context, draft, { kind: 'clause', key, revision: seen, content: row.taken_out });
});
