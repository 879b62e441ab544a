// A newer edition, or a body that took over: the old entry stays, marked as superseded, and leads to the new one wherever it is cited.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { registerKeepers } from '../access.ts';
import { knownGuidance } from '../look-at.ts';
import { putGuidance } from '../queries.ts';
import { guidanceFields, guidanceKey } from '../reference-fields.ts';
import { requireOwner } from '../require-owner.ts';

export const replaceGuidance = defineAction({
  name: 'references.replaceGuidance',
  kind: 'write',
  summary: 'Note that a newer edition took the place of one in the register.',
  route: 'POST /references/guidance/{key}/replace',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ key: guidanceKey, ...guidanceFields }),
  output: z.object({ newKey: guidanceKey }),
  errors: ['edition-superseded', 'no-such-owner', 'same-edition'],
  controls: ['policy.guidance-register'],
  about: ({ key }, { newKey }) => ({ guidance: newKey, replaces: key }),
}).handle(async (context, { key, ...fields }) => {
  const { db, scopeId, now, newId, actor } = context;
  const before = await knownGuidance(context, key);
  if (before.successorKey !== null) {
    throw fail.conflict({
      code: 'edition-superseded',
      message: `${before.title}, ${before.edition} was replaced already.`,
      remedy: 'Replace the edition that holds now.',
    });
  }
  if (before.edition === fields.edition && before.body === fields.body && before.title === fields.title) {
    const message = 'This is the edition that stands there already.';
    throw fail.invalid({
      code: 'same-edition',
      message,
      remedy: 'Write the newer edition, or confirm that this one is current.',
      fields: [{ field: 'edition', message }],
    });
  }
  await requireOwner(context, fields.ownerId === before.ownerId ? null : fields.ownerId);
  const newKey = newId();
  await putGuidance(db, scopeId, { ...before, successorKey: newKey });
  await putGuidance(db, scopeId, {
    ...fields,
    key: newKey,
    successorKey: null,
    checkedAt: now,
    checkedBy: actor.kind === 'person' ? actor.personId : null,
    citedAt: before.citedAt === null ? null : now,
  });
  context.remark({
    detail: { title: fields.title, edition: fields.edition, replaces: `${before.title}, ${before.edition}` },
  });
  return { newKey };
});
