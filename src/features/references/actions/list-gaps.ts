// What is missing or out of date among the documents that the policy in force is read with; shown on its page.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { gapShape, gapsInWordsShape } from '../gap-shape.ts';
import { gapsInWords } from '../gaps.ts';
import { referenceGaps } from '../register.ts';

export const listGaps = defineAction({
  name: 'references.listGaps',
  kind: 'read',
  summary: 'List which documents that the policy is read with are missing or out of date.',
  route: 'GET /references/gaps',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({ gaps: z.array(gapShape), inWords: gapsInWordsShape }),
  controls: ['policy.linked-register', 'policy.guidance-register'],
}).handle(async (context) => {
  const gaps = await referenceGaps(context);
  return { gaps: [...gaps], inWords: gapsInWords(gaps) };
});
