// Enter what the provider has given: client id, secret, whose people may come. The secret is locked at once and never shown.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { Secret } from '#kernel/secret.ts';
import { systemAdministrators } from '../access.ts';
import { issuerOf, providerFields, providerKindSchema } from '../provider.ts';
import { lockedProviderRow, updateProvider } from '../provider-queries.ts';
import { isFirstSchool } from '../queries.ts';

export const changeProvider = defineAction({
  name: 'schools.changeProvider',
  kind: 'write',
  secretAnswer: true,
  summary: 'Enter what a provider needs before people can sign in by it.',
  route: 'PUT /school/sign-in/{providerId}',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: z.object({ providerId: z.uuid(), ...providerFields }),
  output: z.object({ mustBeTried: z.boolean().describe('It is switched off until it has been tried anew') }),
  errors: ['not-first-school'],
  controls: ['people.personal-login', 'people.second-factor'],
  about: ({ providerId, asksSecondStep, shared, clientSecret }, { mustBeTried }) => ({
    provider: providerId,
    asksSecondStep,
    shared,
    newSecret: clientSecret !== '',
    mustBeTried,
  }),
}).handle(async ({ db, scopeId, lock }, { providerId, ...given }) => {
  const before = await lockedProviderRow(db, scopeId, providerId);
  if (!before) throw fail.notFound('provider');
  if (given.shared && !(await isFirstSchool(db, scopeId))) {
    throw fail.forbidden({
      code: 'not-first-school',
      message: 'Only the school that Gatepost was set up with may let every school use its provider.',
      remedy: 'Leave it for your own school, or ask the system administrator of that school.',
    });
  }
  const issuer = issuerOf(providerKindSchema.parse(before.kind), given);
  const isNew = given.clientSecret !== '';
  const mustBeTried = issuer !== before.issuer || given.clientId !== before.client_id;
  await updateProvider(db, scopeId, providerId, {
    label: given.label,
    issuer,
    tenant: given.tenant,
    client_id: given.clientId,
    secret_expires_on: given.secretExpiresOn,
    domains: [...new Set(given.domains)],
    asks_second_step: given.asksSecondStep,
    shared: given.shared,
    ...(isNew
      ? { secret_box: lock(new Secret(given.clientSecret), 'identity-provider', `identity-provider/${providerId}`) }
      : {}),
    // A secret that is renewed in good time must not shut people out: what is on stays on.
    ...(mustBeTried ? { enabled: false, proven: false } : isNew && !before.enabled ? { proven: false } : {}),
  });
  return { mustBeTried };
});
