// What a word means in the policy in force, for forms that use it.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { definitionId } from '../definition-id.ts';
import { documentInForce } from '../in-force-at.ts';

export const findDefinition = defineAction({
  name: 'policy.findDefinition',
  kind: 'read',
  summary: 'Say what a word means in the policy in force.',
  route: 'GET /policy/definitions/{term}',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({ term: z.string().trim().min(1, 'Name a word.').max(200).describe('Such as social media') }),
  output: z.object({
    definition: z
      .object({
        id: z.string().describe('Its address on the page of the policy'),
        term: z.string(),
        meaning: z.string(),
        clause: z.string(),
      })
      .nullable()
      .describe('Null where the policy does not say'),
  }),
  controls: ['policy.definitions'],
}).handle(async ({ db, scopeId, at }, { term }) => {
  const { document } = await documentInForce(db, scopeId, at);
  const wanted = definitionId(term);
  const found = document.definitions?.find((one) => definitionId(one.term) === wanted);
  return { definition: found ? { id: definitionId(found.term), ...found } : null };
});
