// Take a linked policy out of the register: the school has it no more.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/people/index.ts';
import { registerKeepers } from '../access.ts';
import { knownPolicy } from '../known-policy.ts';
import { endPolicyRow } from '../queries.ts';

export const endLinkedPolicy = defineAction({
  name: 'references.endPolicy',
  kind: 'write',
  summary: 'Take a linked policy out of the register; the ledger keeps that it stood there.',
  route: 'POST /references/policies/{linkedPolicyId}/end',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ linkedPolicyId: z.uuid() }),
  output: z.object({}),
  controls: ['policy.linked-register'],
  about: ({ linkedPolicyId }) => ({ linkedPolicy: linkedPolicyId }),
}).handle(async (context, { linkedPolicyId }) => {
  const { title, edition } = await knownPolicy(context, linkedPolicyId);
  await endPolicyRow(context.db, context.scopeId, linkedPolicyId, dayOf(context.at));
  context.remark({ detail: { title, edition } });
  return {};
});
