// Say which sites may be linked to and which may not.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '../access.ts';
import { replaceLinkDomains } from '../queries.ts';
import { linkDomainSchema } from '../school.ts';

export const setLinkDomains = defineAction({
  name: 'schools.setLinkDomains',
  kind: 'write',
  summary: 'Say which sites may be linked to and which may not.',
  route: 'PUT /school/link-domains',
  scope: 'school',
  who: keepers,
  token: 'schools:write',
  input: z.object({ domains: z.array(linkDomainSchema).max(500, 'At most 500.') }),
  output: z.object({}),
  controls: ['schools.own-contacts'],
}).handle(async ({ db, scopeId, newId }, { domains }) => {
  await replaceLinkDomains(db, scopeId, domains, newId);
  return {};
});
