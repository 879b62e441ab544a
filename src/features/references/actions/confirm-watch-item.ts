// Say that a change of the law is still expected.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { confirmWatch } from '../look-at.ts';
import { guidanceKey } from '../reference-fields.ts';

export const confirmWatchItem = defineAction({
  name: 'references.confirmWatchItem',
  kind: 'write',
  summary: 'Say that a change of the law on the watch list is still expected.',
  route: 'POST /references/watch/{key}/confirm',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ key: guidanceKey }),
  output: z.object({}),
  errors: ['watch-item-closed'],
  controls: ['policy.guidance-register'],
  about: ({ key }) => ({ watchItem: key }),
}).handle(async (context, { key }) => {
  await confirmWatch(context, key);
  return {};
});
