// Change what a draft says of the policy itself: its title, its issue date and its opening words.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { ABOUT } from '../draft.ts';
import { openDraft, savePart, sayingPart } from '../edit-part.ts';
import { draftId, revision, saved } from '../input.ts';

export const saveAbout = defineAction({
  name: 'drafting.saveAbout',
  kind: 'write',
  summary: 'Change a draft’s title, issue date and opening words.',
  route: 'PUT /policy/drafts/{draftId}/about',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    draftId,
    revision,
    title: z.string().trim().min(1, 'Write a title.').max(200, 'At most 200 characters.'),
    edition: z
      .string()
      .trim()
      .regex(/^(\d{4}(-\d{2}){0,2})?$/, 'Write a year, a month or a day, such as 2026-09.')
      .default('')
      .describe('When it is issued; left empty, the day from which it is in force'),
    ethos: z.string().trim().max(2000, 'At most 2,000 characters.').default('').describe('Words it opens with'),
  }),
  output: saved,
  errors: ['saved-meanwhile', 'draft-closed'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft }) => ({ draft }),
}).handle(async (context, { draftId: id, revision: seen, title, edition, ethos }) => {
  const draft = await openDraft(context, id);
  const { edition: _edition, ethos: _ethos, ...rest } = (await sayingPart(context, id, 'about', ABOUT)).content;
  const content = { ...rest, title, ...(edition === '' ? {} : { edition }), ...(ethos === '' ? {} : { ethos }) };
  return savePart(context, draft, { kind: 'about', key: ABOUT, revision: seen, content });
});
