// Enter a document that the policy is read with.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { insertPolicy } from '../queries.ts';
import { linkedFields } from '../reference-fields.ts';
import { requireOwner } from '../require-owner.ts';

export const addLinkedPolicy = defineAction({
  name: 'references.addPolicy',
  kind: 'write',
  summary: 'Enter a policy of the school or its trust that this one is read with, in its current version.',
  route: 'POST /references/policies',
  scope: 'school',
  who: registerKeepers,
  input: z.object(linkedFields),
  output: z.object({ linkedPolicyId: z.uuid() }),
  errors: ['no-such-owner'],
  controls: ['policy.linked-register'],
  about: ({ kind }, { linkedPolicyId }) => ({ linkedPolicy: linkedPolicyId, kind }),
}).handle(async (context, fields) => {
  const { db, scopeId, now, newId, actor } = context;
  await requireOwner(context, fields.ownerId);
  const linkedPolicyId = newId();
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertPolicy(db, scopeId, linkedPolicyId, fields, { at: now, by });
  context.remark({ detail: { title: fields.title, edition: fields.edition } });
  return { linkedPolicyId };
});
