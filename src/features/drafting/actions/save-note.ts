// Say of a draft what is new, and whether that asks everybody to confirm the policy anew or only puts words right.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { same } from '#features/policy/index.ts';
import { writesPolicy } from '../access.ts';
import { ABOUT, NOTE, type Note } from '../draft.ts';
import { openDraft, reopen, whoAndWhen } from '../edit-part.ts';
import { draftId } from '../input.ts';
import { countEdit, insertEdit, writeNote } from '../write-queries.ts';

export const saveNote = defineAction({
  name: 'drafting.saveNote',
  kind: 'write',
  summary: 'Say what is new in a draft, and whether everybody has to confirm it anew.',
  route: 'PUT /policy/drafts/{draftId}/note',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    name: z.string().trim().min(1, 'Give it a name.').max(120, 'At most 120 characters.'),
    changeNote: z.string().trim().max(500, 'At most 500 characters.').describe('What is new, and why'),
    material: z
      .boolean()
      .nullable()
      .default(null)
      .describe('true: everybody is asked again; false: only a correction; null: not yet said'),
    materialReason: z.string().trim().max(500, 'At most 500 characters.').default(''),
  }),
  output: z.object({ changed: z.boolean().describe('False where it said the same already') }),
  errors: ['draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, material }) => ({ draft, material }),
}).handle(async (context, { draftId: id, ...note }) => {
  const { db, scopeId } = context;
  const draft = await openDraft(context, id);
  const before: Note = {
    name: draft.name,
    changeNote: draft.change_note,
    material: draft.material,
    materialReason: draft.material_reason,
  };
  if (same(before, note)) return { changed: false };
  const { by, at } = whoAndWhen(context);
  await writeNote(db, scopeId, id, note, { by, at });
  await insertEdit(db, {
    schoolId: scopeId,
    draftId: id,
    n: await countEdit(db, scopeId, id, { by, at }),
    kind: ABOUT,
    key: NOTE,
    what: 'changed',
    before,
    after: note,
    by,
    at,
  });
  await reopen(context, draft);
  return { changed: true };
});
