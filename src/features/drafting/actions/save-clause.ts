// Change a clause of a draft: its words, title, number, heading, force, whom it binds and what makes it real.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { knownControls } from '../clause-content.ts';
import { openDraft, savePart, sayingPart } from '../edit-part.ts';
import { clauseFields, clauseId, draftId, revision, saved } from '../input.ts';
import { endOfHeading } from '../places.ts';

export const saveClause = defineAction({
  name: 'drafting.saveClause',
  kind: 'write',
  summary: 'Change a clause of a draft.',
  route: 'PUT /policy/drafts/{draftId}/clauses/{clauseId}',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId, clauseId, revision, ...clauseFields }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed', 'no-such-control'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, clauseId: clause }) => ({ draft, clause }),
}).handle(async (context, { draftId: id, clauseId: key, revision: seen, restsOn, ...fields }) => {
  const draft = await openDraft(context, id);
  const before = await sayingPart(context, id, 'clause', key);
  const content = { id: before.content.id, ...fields, 'rests-on': knownControls(context, restsOn) };
  const place =
    fields.under === before.content.under ? {} : { position: await endOfHeading(context, id, fields.under) };
  return savePart(context, draft, { kind: 'clause', key, revision: seen, content, ...place });
});
