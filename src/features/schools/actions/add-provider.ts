// Begin to set up a provider to sign in by. Its address for the way back is known from here on, so that it can be copied there.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { systemAdministrators } from '../access.ts';
import { issuerOf, PROVIDER_LABELS, providerKindSchema } from '../provider.ts';
import { insertProvider, providerRows } from '../provider-queries.ts';

const MOST = 5;

export const addProvider = defineAction({
  name: 'schools.addProvider',
  kind: 'write',
  summary: 'Begin to set up a provider that people can sign in by.',
  route: 'POST /school/sign-in',
  scope: 'school',
  who: systemAdministrators,
  freshFactorMinutes: 30,
  input: z.object({ kind: providerKindSchema }),
  output: z.object({ providerId: z.uuid() }),
  errors: ['too-many-providers'],
  controls: ['people.personal-login'],
  about: ({ kind }, { providerId }) => ({ provider: providerId, kind }),
}).handle(async ({ db, scopeId, newId, now }, { kind }) => {
  if ((await providerRows(db, scopeId)).length >= MOST) {
    throw fail.conflict({
      code: 'too-many-providers',
      message: `A school has ${MOST} providers at most.`,
      remedy: 'Remove one that nobody uses.',
    });
  }
  const id = newId();
  const issuer = issuerOf(kind, { issuer: '', tenant: '' });
  await insertProvider(db, scopeId, { id, kind, label: PROVIDER_LABELS[kind], issuer }, now);
  return { providerId: id };
});
