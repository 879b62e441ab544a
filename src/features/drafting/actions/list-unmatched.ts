// The clauses of a draft of which nobody has said what makes them real, some at a time, each with suggestions.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { draftId } from '../input.ts';
import { offeredControls, suggestedControls } from '../offered-controls.ts';
import { partRows, type PartRow } from '../queries.ts';
import { readableDraft } from '../readable-draft.ts';
import { clauseOf } from '../told.ts';
import { clauseView } from '../views.ts';

const AT_ONCE = 10;

export const listUnmatched = defineAction({
  name: 'drafting.listUnmatched',
  kind: 'read',
  summary: 'List clauses of a draft that are not matched to a control yet, with suggestions.',
  route: 'GET /policy/drafts/{draftId}/unmatched',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    skip: z.coerce.number().int().min(0).default(0).describe('How many to leave out at the beginning'),
  }),
  output: z.object({
    name: z.string(),
    clauses: z.array(
      clauseView.extend({
        revision: z.number(),
        suggested: z.array(z.object({ id: z.string(), promise: z.string(), because: z.string() })),
      }),
    ),
    count: z.number().describe('How many there are'),
  }),
  controls: ['policy.drafting'],
}).handle(async (context, { draftId: id, skip }) => {
  const { db, scopeId } = context;
  const draft = await readableDraft(context, id);
  const [rows, suggest] = await Promise.all([partRows(db, scopeId, id), suggestedControls(offeredControls(context))]);
  const unmatched = rows.filter(
    (row): row is PartRow<'clause'> & { content: object } =>
      row.kind === 'clause' && row.content !== null && (row as PartRow<'clause'>).content!['rests-on'].length === 0,
  );
  return {
    name: draft.name,
    clauses: unmatched.slice(skip, skip + AT_ONCE).map(({ content, revision }) => ({
      ...clauseOf(content),
      revision,
      suggested: suggest(`${content.title} ${content.text}`).map(({ id: control, promise, because }) => ({
        id: control,
        promise,
        because,
      })),
    })),
    count: unmatched.length,
  };
});
