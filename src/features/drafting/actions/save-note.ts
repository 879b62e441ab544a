// Say of a draft what is new, and whether that asks everybody to confirm the policy anew or only puts words right.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft, reopen, whoAndWhen } from '../edit-part.ts';
import { draftId } from '../input.ts';
import { writeNote } from '../write-queries.ts';

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
  output: z.object({}),
  errors: ['draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, material }) => ({ draft, material }),
}).handle(async (context, { draftId: id, ...note }) => {
  const draft = await openDraft(context, id);
  await writeNote(context.db, context.scopeId, id, note, whoAndWhen(context));
  await reopen(context, draft);
  return {};
});
