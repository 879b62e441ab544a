// Number all clauses of a draft anew, in their order under their headings. Their ids stay as they are.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft } from '../edit-part.ts';
import { draftId } from '../input.ts';
import { saveClauses } from '../many-clauses.ts';
import { numberedAnew } from '../numbers.ts';
import { draftDocument } from '../standing.ts';

export const numberAnew = defineAction({
  name: 'drafting.numberAnew',
  kind: 'write',
  summary: 'Number all clauses of a draft anew.',
  route: 'POST /policy/drafts/{draftId}/number-anew',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId }),
  output: z.object({ changed: z.number() }),
  errors: ['draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft }) => ({ draft }),
}).handle(async (context, { draftId: id }) => {
  const draft = await openDraft(context, id);
  const { clauses } = await draftDocument(context.db, context.scopeId, id);
  const edits = numberedAnew(clauses)
    .map((after, at) => ({ before: clauses[at]!, after }))
    .filter(({ before, after }) => before.number !== after.number);
  await saveClauses(context, draft, edits);
  return { changed: edits.length };
});
