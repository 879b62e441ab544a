// Say something about a clause of a draft, or about the whole of it, for the others who write and decide.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { readsDrafts } from '../access.ts';
import { clauseId, draftId } from '../input.ts';
import { partRow } from '../queries.ts';
import { readableDraft } from '../readable-draft.ts';
import { insertComment } from '../write-queries.ts';

export const commentOnDraft = defineAction({
  name: 'drafting.comment',
  kind: 'write',
  summary: 'Comment on a draft or on one of its clauses.',
  route: 'POST /policy/drafts/{draftId}/comments',
  scope: 'school',
  who: readsDrafts,
  input: z.object({
    draftId,
    clauseId: clauseId.nullable().default(null).describe('Which clause; null for the whole draft'),
    words: z.string().trim().min(1, 'Write your comment.').max(2000, 'At most 2,000 characters.'),
  }),
  output: z.object({ commentId: z.string() }),
  controls: ['policy.drafting'],
  about: ({ draftId: draft, clauseId: clause }) => ({ draft, clause }),
}).handle(async (context, { draftId: id, clauseId: clause, words }) => {
  const { db, scopeId, personId, now } = context;
  await readableDraft(context, id);
  if (clause !== null && !(await partRow(db, scopeId, id, 'clause', clause))) {
    throw fail.notFound('clause in this draft');
  }
  const commentId = context.newId();
  await insertComment(db, {
    schoolId: scopeId,
    id: commentId,
    draftId: id,
    clauseId: clause,
    words,
    by: personId,
    at: now,
  });
  return { commentId };
});
