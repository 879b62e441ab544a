// Close an expected change: it came, or it is no longer expected.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { closeWatch } from '../look-at.ts';
import { closingWords, guidanceKey } from '../reference-fields.ts';

export const closeWatchItem = defineAction({
  name: 'references.closeWatchItem',
  kind: 'write',
  summary: 'Close an item of the watch list, saying what became of it.',
  route: 'POST /references/watch/{key}/close',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ key: guidanceKey, outcome: closingWords }),
  output: z.object({}),
  errors: ['watch-item-closed'],
  controls: ['policy.guidance-register'],
  about: ({ key }) => ({ watchItem: key }),
}).handle(async (context, { key, outcome }) => {
  await closeWatch(context, key, outcome);
  return {};
});
