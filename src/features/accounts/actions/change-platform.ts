// Change what the catalogue says of a platform: limits and addresses change.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import { keepers } from '#features/schools/index.ts';
import { platformFields } from '../account.ts';
import { platformOf, updatePlatformRow } from '../platform-queries.ts';

export const changePlatform = defineAction({
  name: 'accounts.changePlatform',
  kind: 'write',
  summary: 'Change what the catalogue says of a platform; the day is noted as the day it was checked.',
  route: 'PUT /platforms/{platformId}',
  scope: 'school',
  who: keepers,
  token: 'accounts:write',
  input: z.object({ platformId: z.uuid(), ...platformFields }),
  output: z.object({}),
  errors: ['kind-is-fixed'],
  controls: ['accounts.catalogue'],
  about: ({ platformId }) => ({ platform: platformId }),
}).handle(async ({ db, scopeId, at }, { platformId, ...set }) => {
  const platform = await platformOf(db, scopeId, platformId);
  if (!platform) throw fail.notFound('platform');
  // the policy closes no page of the school's own: becoming one would be a way round its list
  if ((platform.kind === 'own-site') !== (set.kind === 'own-site')) {
    const message = 'A platform cannot be turned into the school’s own page, nor the other way round.';
    throw fail.invalid({
      code: 'kind-is-fixed',
      message,
      remedy: 'Add it to the catalogue as what it is.',
      fields: [{ field: 'kind', message }],
    });
  }
  await updatePlatformRow(db, scopeId, platformId, set, dayOf(at));
  return {};
});
