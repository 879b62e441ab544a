// Say that a linked policy was looked at today and is still the current version.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { daySchema } from '#features/people/index.ts';
import { registerKeepers } from '../access.ts';
import { knownPolicy } from '../known-policy.ts';
import { updatePolicy } from '../queries.ts';

export const confirmLinkedPolicy = defineAction({
  name: 'references.confirmPolicy',
  kind: 'write',
  summary: 'Confirm that a linked policy was looked at and is still the current version.',
  route: 'POST /references/policies/{linkedPolicyId}/confirm',
  scope: 'school',
  who: registerKeepers,
  input: z.object({
    linkedPolicyId: z.uuid(),
    reviewOn: daySchema.optional().describe('When it is itself reviewed next, where that has changed'),
  }),
  output: z.object({}),
  controls: ['policy.linked-register'],
  about: ({ linkedPolicyId }) => ({ linkedPolicy: linkedPolicyId }),
}).handle(async (context, { linkedPolicyId, reviewOn }) => {
  const { db, scopeId, now, actor } = context;
  const { id: _id, checkedAt: _checkedAt, ...fields } = await knownPolicy(context, linkedPolicyId);
  const by = actor.kind === 'person' ? actor.personId : null;
  const after = { ...fields, reviewOn: reviewOn ?? fields.reviewOn };
  await updatePolicy(db, scopeId, linkedPolicyId, after, { at: now, by });
  return {};
});
