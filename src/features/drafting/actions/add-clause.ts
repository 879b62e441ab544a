// Add a clause to a draft, under a heading; it gets an id that stays its own for ever.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { knownControls } from '../clause-content.ts';
import { nextClauseIds } from '../clause-ids.ts';
import { openDraft, savePart } from '../edit-part.ts';
import { clauseFields, draftId } from '../input.ts';
import { nextNumber } from '../numbers.ts';
import { endOfHeading, placedClauses } from '../places.ts';
import { partRows } from '../queries.ts';

export const addClause = defineAction({
  name: 'drafting.addClause',
  kind: 'write',
  summary: 'Add a clause to a draft.',
  route: 'POST /policy/drafts/{draftId}/clauses',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    ...clauseFields,
    number: clauseFields.number.optional().describe('Left out, the next one under its heading'),
    force: clauseFields.force.default('must'),
    binds: clauseFields.binds.default(['staff']),
  }),
  output: z.object({ clauseId: z.string(), revision: z.number() }),
  errors: ['draft-closed', 'no-such-control', 'too-many-clauses'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft }, { clauseId: clause }) => ({ draft, clause }),
}).handle(async (context, { draftId: id, restsOn, number, ...fields }) => {
  const { db, scopeId } = context;
  const draft = await openDraft(context, id);
  const controls = knownControls(context, restsOn);
  const [clauseId = ''] = await nextClauseIds(db, scopeId, 1);
  const rows = await partRows(db, scopeId, id);
  const position = await endOfHeading(context, id, fields.under);
  const content = {
    id: clauseId,
    number: number ?? nextNumber(rows, fields.under, placedClauses(rows)),
    ...fields,
    'rests-on': controls,
  };
  const { revision } = await savePart(context, draft, {
    kind: 'clause',
    key: clauseId,
    revision: null,
    content,
    position,
  });
  return { clauseId, revision };
});
