// The health of the policy: what a head needs to know of it in a minute, and governors before a meeting.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { localDate } from '#features/policy/index.ts';
import { evidenceAskers } from '../access.ts';
import { mustSeeEvidence } from '../must-see-evidence.ts';
import { healthShape } from '../health.ts';
import { periodFields, periodOf } from '../period.ts';
import { readHealthOf } from '../read-health.ts';

export const readHealth = defineAction({
  name: 'evidence.readHealth',
  kind: 'read',
  summary: 'Show how the policy is doing: acknowledged, trained, overdue, stopped, and the good it did.',
  route: 'GET /evidence/health',
  scope: 'school',
  who: evidenceAskers,
  token: 'policy:read',
  input: z.object(periodFields),
  output: healthShape,
  controls: ['reports.compliance', 'reports.governors'],
}).handle(async (context, asked) => {
  await mustSeeEvidence(context);
  const { db, scopeId, at } = context;
  return readHealthOf(context, periodOf(asked, await localDate(db, scopeId, at)));
});
