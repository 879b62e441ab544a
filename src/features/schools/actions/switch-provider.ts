// Switch a provider on for everybody, once it has been tried, or off again.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { systemAdministrators } from '../access.ts';
import { missingOf, providerKindSchema } from '../provider.ts';
import { lockedProviderRow, setProviderEnabled } from '../provider-queries.ts';

export const switchProvider = defineAction({
  name: 'schools.switchProvider',
  kind: 'write',
  summary: 'Switch a provider that people can sign in by on or off.',
  route: 'PUT /school/sign-in/{providerId}/switch',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: z.object({ providerId: z.uuid(), on: z.boolean() }),
  output: z.object({}),
  errors: ['provider-incomplete', 'provider-untried'],
  controls: ['people.personal-login'],
  about: ({ providerId, on }) => ({ provider: providerId, on }),
}).handle(async ({ db, scopeId }, { providerId, on }) => {
  const row = await lockedProviderRow(db, scopeId, providerId);
  if (!row) throw fail.notFound('provider');
  const missing = missingOf({ ...row, secretKept: row.secret_box !== null }, providerKindSchema.parse(row.kind));
  if (on && missing.length > 0) {
    throw fail.conflict({
      code: 'provider-incomplete',
      message: `This is still missing: ${missing.map(({ message }) => message).join(', ')}.`,
      remedy: 'Enter it, then try it.',
    });
  }
  if (on && !row.proven) {
    throw fail.conflict({
      code: 'provider-untried',
      message: 'Nobody has signed in there as a try since this was entered.',
      remedy: 'Choose “Try it” first. It shows you what comes back, and changes nothing.',
    });
  }
  await setProviderEnabled(db, scopeId, providerId, on);
  return {};
});
