// Put an entry of law or guidance right: its section, its link, its owner.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { knownGuidance } from '../look-at.ts';
import { putGuidance } from '../queries.ts';
import { guidanceFields, guidanceKey } from '../reference-fields.ts';
import { requireOwner } from '../require-owner.ts';

export const changeGuidance = defineAction({
  name: 'references.changeGuidance',
  kind: 'write',
  summary: 'Change what stands in the register about a law or a piece of guidance.',
  route: 'PUT /references/guidance/{key}',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ key: guidanceKey, ...guidanceFields }),
  output: z.object({}),
  errors: ['no-such-owner'],
  controls: ['policy.guidance-register'],
  about: ({ key }) => ({ guidance: key }),
}).handle(async (context, { key, ...fields }) => {
  const before = await knownGuidance(context, key);
  await requireOwner(context, fields.ownerId === before.ownerId ? null : fields.ownerId);
  await putGuidance(context.db, context.scopeId, {
    ...before,
    ...fields,
    checkedAt: context.now,
    checkedBy: context.actor.kind === 'person' ? context.actor.personId : null,
  });
  context.remark({
    detail: {
      before: { edition: before.edition, section: before.section },
      after: { edition: fields.edition, section: fields.section },
    },
  });
  return {};
});
