// Say that the policy rests on an entry of the register, or that it does so no longer.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { registerKeepers } from '../access.ts';
import { knownGuidance } from '../look-at.ts';
import { putGuidance } from '../queries.ts';
import { guidanceKey } from '../reference-fields.ts';

export const citeGuidance = defineAction({
  name: 'references.cite',
  kind: 'write',
  summary:
    'Say whether the policy rests on a law or a piece of guidance; what it rests on is confirmed at each review.',
  route: 'POST /references/guidance/{key}/cite',
  scope: 'school',
  who: registerKeepers,
  input: z.object({ key: guidanceKey, isCited: z.boolean().default(false) }),
  output: z.object({}),
  controls: ['policy.guidance-register'],
  about: ({ key, isCited }) => ({ guidance: key, cited: isCited }),
}).handle(async (context, { key, isCited }) => {
  const row = await knownGuidance(context, key);
  await putGuidance(context.db, context.scopeId, { ...row, citedAt: isCited ? (row.citedAt ?? context.now) : null });
  return {};
});
