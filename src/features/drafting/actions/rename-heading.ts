// Give a heading of a draft other words; all clauses under it go with it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { writesPolicy } from '../access.ts';
import { openDraft } from '../edit-part.ts';
import { draftId, heading } from '../input.ts';
import { saveClauses } from '../many-clauses.ts';
import { draftDocument } from '../standing.ts';

export const renameHeading = defineAction({
  name: 'drafting.renameHeading',
  kind: 'write',
  summary: 'Give a heading of a draft other words.',
  route: 'POST /policy/drafts/{draftId}/rename-heading',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId, from: heading, to: heading }),
  output: z.object({ changed: z.number() }),
  errors: ['draft-closed', 'heading-taken'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft }) => ({ draft }),
}).handle(async (context, { draftId: id, from, to }) => {
  const draft = await openDraft(context, id);
  const { clauses } = await draftDocument(context.db, context.scopeId, id);
  const under = clauses.filter((clause) => clause.under === from);
  if (under.length === 0) throw fail.notFound('heading in this draft');
  if (from !== to && clauses.some((clause) => clause.under === to)) {
    throw fail.invalid({
      code: 'heading-taken',
      message: `There is a heading “${to}” already.`,
      remedy: 'Move the clauses under it one by one, or choose other words.',
      fields: [{ field: 'to', message: 'There is such a heading already. Choose other words.' }],
    });
  }
  const edits = from === to ? [] : under.map((before) => ({ before, after: { ...before, under: to } }));
  await saveClauses(context, draft, edits);
  return { changed: edits.length };
});
