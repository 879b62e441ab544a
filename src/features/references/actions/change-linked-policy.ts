// Put a linked policy right, or note its newer version: whoever does so has looked at it today.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { knownPolicy } from '../known-policy.ts';
import { updatePolicy } from '../queries.ts';
import { linkedFields } from '../reference-fields.ts';
import { requireOwner } from '../require-owner.ts';

export const changeLinkedPolicy = defineAction({
  name: 'references.changePolicy',
  kind: 'write',
  summary: 'Change the entry of a linked policy, or note its newer version.',
  route: 'PUT /references/policies/{linkedPolicyId}',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ linkedPolicyId: z.uuid(), ...linkedFields }),
  output: z.object({}),
  errors: ['no-such-owner'],
  controls: ['policy.linked-register'],
  about: ({ linkedPolicyId, kind }) => ({ linkedPolicy: linkedPolicyId, kind }),
}).handle(async (context, { linkedPolicyId, ...fields }) => {
  const { db, scopeId, now, actor } = context;
  const before = await knownPolicy(context, linkedPolicyId);
  await requireOwner(context, fields.ownerId === before.ownerId ? null : fields.ownerId);
  const by = actor.kind === 'person' ? actor.personId : null;
  await updatePolicy(db, scopeId, linkedPolicyId, fields, { at: now, by });
  context.remark({
    detail: {
      before: { title: before.title, edition: before.edition },
      after: { title: fields.title, edition: fields.edition },
    },
  });
  return {};
});
