// Retire a platform: its accounts stay on record, no new one can be registered.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '#features/schools/index.ts';
import { platformOf, retirePlatformRow } from '../platform-queries.ts';

export const retirePlatform = defineAction({
  name: 'accounts.retirePlatform',
  kind: 'write',
  summary: 'Retire a platform: its accounts stay on record, but no new one can be registered on it.',
  route: 'POST /platforms/{platformId}/retire',
  scope: 'school',
  who: keepers,
  token: 'accounts:write',
  input: z.object({ platformId: z.uuid() }),
  output: z.object({}),
  controls: ['accounts.catalogue'],
  about: ({ platformId }) => ({ platform: platformId }),
}).handle(async ({ db, scopeId, now }, { platformId }) => {
  if (!(await platformOf(db, scopeId, platformId))) throw fail.notFound('platform');
  await retirePlatformRow(db, scopeId, platformId, now);
  return {};
});
