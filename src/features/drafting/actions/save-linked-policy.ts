// Name another policy or guidance that a draft relies on; or change its name and the clauses that rely on it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft } from '../edit-part.ts';
import { saveEntry } from '../entries.ts';
import { clauseId, draftId, saved } from '../input.ts';

export const saveLinkedPolicy = defineAction({
  name: 'drafting.saveLinkedPolicy',
  kind: 'write',
  summary: 'Name another policy that a draft relies on.',
  route: 'POST /policy/drafts/{draftId}/linked-policies',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    key: z.string().max(20).optional().describe('Which of them; left out, a new one'),
    revision: z.coerce.number().int().min(1).optional().describe('As it was read; left out for a new one'),
    title: z.string().trim().min(1, 'Write its title.').max(200, 'At most 200 characters.'),
    clauses: z.array(clauseId).max(100).default([]).describe('The clauses that name it'),
  }),
  output: saved.extend({ key: z.string() }),
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting', 'policy.linked'],
  about: ({ draftId: draft }, { key }) => ({ draft, linkedPolicy: key }),
}).handle(async (context, { draftId: id, key, revision, title, clauses }) => {
  const draft = await openDraft(context, id);
  return saveEntry(context, draft, { kind: 'linked', key, revision, content: { title, clauses } });
});
