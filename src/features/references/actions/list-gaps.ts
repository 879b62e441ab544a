// What is missing or out of date among the documents that the policy in force is read with; shown on its page.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { gapShape } from '../gap-shape.ts';
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
  output: z.object({ gaps: z.array(gapShape) }),
  controls: ['policy.linked-register', 'policy.guidance-register'],
}).handle(async (context) => ({
  gaps: (await referenceGaps(context)).map((gap) => ({ ...gap, clauses: [...gap.clauses] })),
}));
