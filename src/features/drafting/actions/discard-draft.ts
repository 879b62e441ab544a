// Put a draft away. It stays on record, with everything that was written, and can be begun from again.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { writesPolicy } from '../access.ts';
import { draftReopened } from '../events.ts';
import { draftId } from '../input.ts';
import { setDraftState } from '../standing.ts';

export const discardDraft = defineAction({
  name: 'drafting.discard',
  kind: 'write',
  summary: 'Put a draft away.',
  route: 'POST /policy/drafts/{draftId}/discard',
  scope: 'school',
  who: writesPolicy,
  input: z.object({ draftId }),
  output: z.object({}),
  errors: ['draft-state'],
  controls: ['policy.drafting'],
  about: ({ draftId: draft }) => ({ draft }),
}).handle(async (context, { draftId: id }) => {
  await setDraftState(context, id, 'discarded');
  // Whoever was asked to decide on it is asked no longer.
  context.emit(draftReopened, { draftId: id });
  return {};
});
