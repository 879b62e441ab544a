// Enter a change of the law that is expected.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { putWatchItem } from '../queries.ts';
import { guidanceKey, watchFields } from '../reference-fields.ts';

export const addWatchItem = defineAction({
  name: 'references.addWatchItem',
  kind: 'write',
  summary: 'Enter a change of the law that is expected, to be looked at in each review.',
  route: 'POST /references/watch',
  scope: 'school',
  who: registerKeepers,
  input: z.object(watchFields),
  output: z.object({ key: guidanceKey }),
  controls: ['policy.guidance-register'],
  about: (_, { key }) => ({ watchItem: key }),
}).handle(async ({ db, scopeId, newId, actor, remark }, fields) => {
  const key = newId();
  const row = { ...fields, key, lookedAt: null, closedAt: null, outcome: '' };
  await putWatchItem(db, scopeId, row, actor.kind === 'person' ? actor.personId : null);
  remark({ detail: { title: fields.title } });
  return { key };
});
