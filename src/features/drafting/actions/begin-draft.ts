// Begin a draft from the policy in force, an earlier version, a model policy or another draft.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { beginWith } from '../begin-with.ts';
import { documentAt } from '../document-at.ts';
import { address } from '../input.ts';

export const beginDraft = defineAction({
  name: 'drafting.begin',
  kind: 'write',
  summary: 'Begin a draft from the policy in force, an earlier version, a model policy or another draft.',
  route: 'POST /policy/drafts',
  scope: 'school',
  who: writesPolicy,
  input: z.object({
    from: address.default('in-force'),
    name: z.string().trim().max(120, 'At most 120 characters.').default('').describe('What to call it'),
  }),
  output: z.object({ draftId: z.string() }),
  controls: ['policy.drafting'],
  about: (_, { draftId }) => ({ draft: draftId }),
}).handle(async (context, { from, name }) => {
  const found = await documentAt(context, from);
  const { version, document } = found;
  const words =
    found.kind === 'version'
      ? `Version ${version!.n}`
      : found.kind === 'draft'
        ? `The draft “${found.name}”`
        : document.id === 'starter'
          ? 'Gatepost’s own policy'
          : `The policy of ${document.school}`;
  const draftId = await beginWith(context, {
    document,
    name: name || `From ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    from: found.kind === 'model' ? 'model' : 'version',
    words,
    versionId: version?.id ?? null,
    wordsBy: found.wordsBy,
  });
  return { draftId };
});
