// Confirm that an edition is the current one: asked of its owner each September, and at each review.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { confirmGuidanceEntry } from '../look-at.ts';
import { guidanceKey } from '../reference-fields.ts';

export const confirmGuidance = defineAction({
  name: 'references.confirmGuidance',
  kind: 'write',
  summary: 'Confirm that an edition of law or guidance in the register is the current one.',
  route: 'POST /references/guidance/{key}/confirm',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ key: guidanceKey }),
  output: z.object({}),
  errors: ['edition-superseded'],
  controls: ['policy.guidance-register'],
  about: ({ key }) => ({ guidance: key }),
}).handle(async (context, { key }) => {
  await confirmGuidanceEntry(context, key);
  return {};
});
