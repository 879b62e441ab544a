// Let a login act for the trust: write its policy and lock settings for its schools.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { nameLine } from '#kernel/written-line.ts';
import { trustLeads } from '../access.ts';
import { insertTrustLead, trustLeadRows, trustRow } from '../trust-queries.ts';

export const nameTrustLead = defineAction({
  name: 'schools.nameTrustLead',
  kind: 'write',
  summary: 'Let somebody who signs in here act for the trust.',
  route: 'POST /trust/leads',
  scope: 'trust',
  who: trustLeads,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    loginId: z.uuid().describe('With which they sign in'),
    name: nameLine(120).min(1, 'Give their name.'),
    jobTitle: nameLine(120).default(''),
  }),
  output: z.object({ leadId: z.string() }),
  errors: ['leads-already'],
  controls: ['schools.trust-and-schools'],
  about: (_, { leadId }) => ({ trustLead: leadId }),
}).handle(async ({ db, scopeId, actor, newId, now }, { loginId, name, jobTitle }) => {
  if (!(await trustRow(db, scopeId))) throw fail.notFound('trust');
  const leads = await trustLeadRows(db, scopeId);
  if (leads.some((lead) => lead.login_id === loginId)) {
    throw fail.conflict({
      code: 'leads-already',
      message: `${name} acts for the trust already.`,
      remedy: 'There is nothing left to do.',
    });
  }
  const id = newId();
  const namedBy = actor.kind === 'person' ? actor.personId : null;
  await insertTrustLead(db, { trustId: scopeId, id, loginId, name, jobTitle, namedBy, at: now });
  return { leadId: id };
});
