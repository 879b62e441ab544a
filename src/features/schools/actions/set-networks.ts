// Say which networks are the school's own, so that a list of sessions can say so.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { setNetworksOf } from '../sign-in-queries.ts';
import { networkSchema } from '../sign-in-rules.ts';

export const setNetworks = defineAction({
  name: 'schools.setNetworks',
  kind: 'write',
  summary: 'Say which networks are the school’s own.',
  route: 'PUT /school/networks',
  scope: 'school',
  who: keepers,
  input: z.object({ networks: z.array(networkSchema).max(50, 'At most 50.') }),
  output: z.object({}),
}).handle(async ({ db, scopeId }, { networks }) => {
  await setNetworksOf(db, scopeId, [...new Set(networks)]);
  return {};
});
