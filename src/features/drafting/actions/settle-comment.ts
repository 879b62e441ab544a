// Say that a comment on a draft is dealt with. It stays on record.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { readsDrafts } from '../access.ts';
import { readableDraft } from '../readable-draft.ts';
import { settleCommentRow } from '../write-queries.ts';

export const settleComment = defineAction({
  name: 'drafting.settleComment',
  kind: 'write',
  summary: 'Say that a comment on a draft is dealt with.',
  route: 'POST /policy/drafts/comments/{commentId}/settle',
  scope: 'school',
  who: readsDrafts,
  input: z.object({ commentId: z.uuid() }),
  output: z.object({ draftId: z.string(), clauseId: z.string().nullable() }),
  controls: ['policy.drafting'],
  about: ({ commentId }, { draftId }) => ({ draft: draftId, comment: commentId }),
}).handle(async (context, { commentId }) => {
  const { db, scopeId, personId, now } = context;
  const settled = await settleCommentRow(db, scopeId, commentId, { by: personId, at: now });
  if (!settled) throw fail.notFound('open comment');
  await readableDraft(context, settled.draftId);
  return settled;
});
