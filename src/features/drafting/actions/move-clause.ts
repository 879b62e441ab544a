// Move a clause of a draft one step up or down; past a heading it goes under the next one.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft, savePart, sayingPart } from '../edit-part.ts';
import { clauseId, draftId, revision, saved } from '../input.ts';
import { placedClauses, stepFrom } from '../places.ts';
import { partRows } from '../queries.ts';
import { placePart } from '../write-queries.ts';

export const moveClause = defineAction({
  name: 'drafting.moveClause',
  kind: 'write',
  summary: 'Move a clause of a draft up or down.',
  route: 'POST /policy/drafts/{draftId}/clauses/{clauseId}/move',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId, clauseId, revision, direction: z.enum(['up', 'down']) }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, clauseId: clause }) => ({ draft, clause }),
}).handle(async (context, { draftId: id, clauseId: key, revision: seen, direction }) => {
  const { db, scopeId } = context;
  const draft = await openDraft(context, id);
  const before = await sayingPart(context, id, 'clause', key);
  const step = stepFrom(placedClauses(await partRows(db, scopeId, id)), key, direction);
  const edit = { kind: 'clause', key, revision: seen, what: 'moved' } as const;
  if (step === null) return { revision: before.revision, changed: false };
  if (step.kind === 'into') {
    return savePart(context, draft, { ...edit, content: { ...before.content, under: step.under } });
  }
  await placePart(db, scopeId, id, 'clause', step.other.key, before.position);
  return savePart(context, draft, { ...edit, content: before.content, position: step.other.position });
});
