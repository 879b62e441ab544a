// Put a policy of the trust in force from a day: every school reads it at once, and it answers where theirs are silent.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, trustLeads, trustRow } from '#features/schools/index.ts';
import { modelPolicyNames } from '../model-policies.ts';
import { putTrustVersion, renewLocks } from '../trust/put-trust-version.ts';
import { holdTrustPolicy, lockRows, trustVersionRows } from '../trust/queries.ts';
import { trustDocumentFrom } from '../trust/trust-document.ts';

export const putTrustInForce = defineAction({
  name: 'policy.putTrustInForce',
  kind: 'write',
  summary: 'Put a policy of the trust in force from a date, for all its schools.',
  route: 'POST /trust/policy/versions',
  scope: 'trust',
  who: trustLeads,
  freshFactorMinutes: 240,
  sealed: true,
  largeInput: true,
  input: z.object({
    model: z.enum(modelPolicyNames).optional().describe('A model policy; or else a text'),
    text: z.string().max(2_000_000, 'That is far too long for a policy.').optional().describe('A policy as YAML'),
    effectiveOn: z.iso.date('Write the date as year-month-day.').optional().describe('From when; today if left out'),
    reason: z
      .string()
      .trim()
      .min(3, 'Write what is new about it, for the schools.')
      .max(500, 'At most 500 characters.')
      .describe('What is new about it, and why'),
  }),
  output: z.object({
    versionId: z.string(),
    n: z.number(),
    sha256: z.string(),
    effectiveOn: z.string(),
    renewed: z
      .array(z.string())
      .describe('Settings that are locked with another answer, or by another clause, from then on'),
  }),
  errors: [
    'date-passed',
    'begins-before-last',
    'circular-trust',
    'parent-not-known',
    'lock-unanswered',
    'policy-not-readable',
  ],
  controls: ['policy.trust-wide'],
  about: (_, { versionId, sha256 }) => ({ trustVersion: versionId, document: sha256 }),
}).handle(async (context, { model, text, effectiveOn, reason }) => {
  const { db, scopeId, at } = context;
  if (!(await trustRow(db, scopeId))) throw fail.notFound('trust');
  await holdTrustPolicy(db, scopeId);
  const [versions, locks] = await Promise.all([
    trustVersionRows(db, { trustId: scopeId }),
    lockRows(db, { trustId: scopeId }),
  ]);
  const document = await trustDocumentFrom(context, { model, text });
  const put = { document, effectiveOn: effectiveOn ?? dayOf(at), reason, changes: null };
  const { id, n, sha256 } = await putTrustVersion(context, put, versions);
  const renewed = await renewLocks(context, locks, { ...put, id });
  return { versionId: id, n, sha256, effectiveOn: put.effectiveOn, renewed };
});
