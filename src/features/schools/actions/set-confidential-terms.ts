// Say which words are confidential.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { replaceConfidentialTerms } from '../queries.ts';
import { confidentialTermSchema } from '../school.ts';

export const setConfidentialTerms = defineAction({
  name: 'schools.setConfidentialTerms',
  kind: 'write',
  summary: 'Say which words are confidential.',
  route: 'PUT /school/confidential-terms',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ terms: z.array(confidentialTermSchema).max(500, 'At most 500.') }),
  output: z.object({}),
  controls: ['schools.confidential-terms'],
}).handle(async ({ db, scopeId, newId }, { terms }) => {
  await replaceConfidentialTerms(db, scopeId, terms, newId);
  return {};
});
