// Take a definition, a linked policy or a choice out of a draft.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { openDraft, savePart, sayingPart } from '../edit-part.ts';
import { draftId, revision, saved } from '../input.ts';

export const removeEntry = defineAction({
  name: 'drafting.removeEntry',
  kind: 'write',
  summary: 'Take a definition, a linked policy or a choice out of a draft.',
  route: 'POST /policy/drafts/{draftId}/remove-entry',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    kind: z.enum(['definition', 'linked', 'choice']),
    key: z.string().max(100),
    revision,
  }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft, kind, key }) => ({ draft, [kind]: key }),
}).handle(async (context, { draftId: id, kind, key, revision: seen }) => {
  const draft = await openDraft(context, id);
  await sayingPart(context, id, kind, key);
  return savePart(context, draft, { kind, key, revision: seen, content: null });
});
