// Add to the school's catalogue every platform that Gatepost knows and the school does not have yet.
import { z } from 'zod';
import { either, linkFor } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { seedPlatforms } from '../seed-platforms.ts';

export const fillCatalogue = defineAction({
  name: 'accounts.fillCatalogue',
  kind: 'write',
  summary:
    'Add the platforms that Gatepost knows and the school’s catalogue lacks; what the school has stays as it is.',
  route: 'POST /platforms/fill',
  scope: 'school',
  who: either(keepers, linkFor('set-up')),
  input: z.object({}),
  output: z.object({}),
  controls: ['accounts.catalogue'],
}).handle(async ({ db, scopeId, now, newId }) => {
  await seedPlatforms(db, scopeId, { now, newId });
  return {};
});
