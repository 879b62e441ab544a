// Somebody acts for the trust no longer.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { trustLeads } from '../access.ts';
import { endTrustLeadRow } from '../trust-queries.ts';

export const endTrustLead = defineAction({
  name: 'schools.endTrustLead',
  kind: 'write',
  summary: 'Let somebody act for the trust no longer.',
  route: 'POST /trust/leads/{leadId}/end',
  scope: 'trust',
  who: trustLeads,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({ leadId: z.uuid() }),
  output: z.object({}),
  controls: ['schools.trust-and-schools'],
  about: ({ leadId }) => ({ trustLead: leadId }),
}).handle(async ({ db, scopeId, actor, now }, { leadId }) => {
  const by = actor.kind === 'person' ? actor.personId : null;
  if (!(await endTrustLeadRow(db, { trustId: scopeId, leadId, by, at: now }))) throw fail.notFound('trust lead');
  return {};
});
