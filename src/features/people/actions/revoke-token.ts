// Take back one of your own access tokens: it stops working at once.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '../access.ts';
import { revokeTokenOf } from '../link-queries.ts';

export const revokeToken = defineAction({
  name: 'people.revokeToken',
  kind: 'write',
  summary: 'Take back one of your own access tokens.',
  route: 'DELETE /me/tokens/{tokenId}',
  scope: 'school',
  who: inPerson,
  input: z.object({ tokenId: z.uuid() }),
  output: z.object({}),
  about: ({ tokenId }) => ({ token: tokenId }),
}).handle(async ({ db, scopeId, personId, now }, { tokenId }) => {
  if (!(await revokeTokenOf(db, scopeId, personId, tokenId, now))) throw fail.notFound('working token');
  return {};
});
