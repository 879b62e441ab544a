// Enter a law or a piece of guidance that the policy rests on.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { putGuidance } from '../queries.ts';
import { guidanceFields, guidanceKey } from '../reference-fields.ts';
import { requireOwner } from '../require-owner.ts';

export const addGuidance = defineAction({
  name: 'references.addGuidance',
  kind: 'write',
  summary: 'Enter a law or a piece of guidance that the policy rests on, in its current edition.',
  route: 'POST /references/guidance',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ ...guidanceFields, cite: z.boolean().default(false).describe('The policy rests on it') }),
  output: z.object({ key: guidanceKey }),
  errors: ['no-such-owner'],
  controls: ['policy.guidance-register'],
  about: ({ kind }, { key }) => ({ guidance: key, kind }),
}).handle(async (context, { cite, ...fields }) => {
  const { db, scopeId, now, newId, actor } = context;
  await requireOwner(context, fields.ownerId);
  const key = newId();
  await putGuidance(db, scopeId, {
    ...fields,
    key,
    successorKey: null,
    checkedAt: now,
    checkedBy: actor.kind === 'person' ? actor.personId : null,
    citedAt: cite ? now : null,
  });
  context.remark({ detail: { title: fields.title, edition: fields.edition, body: fields.body } });
  return { key };
});
