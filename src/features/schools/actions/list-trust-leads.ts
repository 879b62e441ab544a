// Who acts for the trust.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { trustLeads } from '../access.ts';
import { trustLeadRows } from '../trust-queries.ts';

export const listTrustLeads = defineAction({
  name: 'schools.listTrustLeads',
  kind: 'read',
  summary: 'List who acts for the trust.',
  route: 'GET /trust/leads',
  scope: 'trust',
  who: trustLeads,
  input: z.object({}),
  output: z.object({
    leads: z.array(z.object({ id: z.string(), name: z.string(), jobTitle: z.string(), since: z.string() })),
  }),
  controls: ['schools.trust-and-schools'],
}).handle(async ({ db, scopeId }) => {
  const leads = await trustLeadRows(db, scopeId);
  return {
    leads: leads.map(({ id, name, job_title: jobTitle, named_at: since }) => ({ id, name, jobTitle, since })),
  };
});
