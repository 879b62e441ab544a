// Remove a provider. Whoever signed in by it signs in with a password again.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { systemAdministrators } from '../access.ts';
import { deleteProvider } from '../provider-queries.ts';

export const removeProvider = defineAction({
  name: 'schools.removeProvider',
  kind: 'write',
  summary: 'Remove a provider, with its client secret: nobody signs in by it any more.',
  route: 'DELETE /school/sign-in/{providerId}',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: z.object({ providerId: z.uuid() }),
  output: z.object({}),
  controls: ['people.personal-login'],
  about: ({ providerId }) => ({ provider: providerId }),
}).handle(async ({ db, scopeId }, { providerId }) => {
  if (!(await deleteProvider(db, scopeId, providerId))) throw fail.notFound('provider');
  return {};
});
