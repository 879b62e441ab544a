// Add a kind of platform that the catalogue lacks.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/people/index.ts';
import { keepers } from '#features/schools/index.ts';
import { keyFrom, platformFields } from '../account.ts';
import { insertPlatforms, platformRows } from '../platform-queries.ts';

export const addPlatform = defineAction({
  name: 'accounts.addPlatform',
  kind: 'write',
  summary: 'Add a kind of platform, so that an account anywhere is governed in the same way.',
  route: 'POST /platforms',
  scope: 'school',
  who: keepers,
  token: 'accounts:write',
  input: z.object(platformFields),
  output: z.object({ platformId: z.string() }),
  controls: ['accounts.catalogue'],
  about: (_, { platformId }) => ({ platform: platformId }),
}).handle(async ({ db, scopeId, at, newId }, input) => {
  const taken = new Set((await platformRows(db, scopeId)).map(({ key }) => key));
  const platformId = newId();
  await insertPlatforms(db, scopeId, [
    {
      ...input,
      id: platformId,
      key: keyFrom(input.name, taken),
      connector: 'by-hand',
      checkedOn: input.wordsLimit === null ? null : dayOf(at),
      retiredAt: null,
    },
  ]);
  return { platformId };
});
