// How the policy is doing in every school of the trust, from the figures that each school publishes.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { trustFigures } from '#features/policy/index.ts';
import { trustLeads, trustRow } from '#features/schools/index.ts';
import { pointShape } from '../health.ts';
import { healthFigure, together } from '../trust-figure.ts';

export const readTrustHealth = defineAction({
  name: 'evidence.readTrustHealth',
  kind: 'read',
  summary: 'Show how the policy is doing in every school of the trust, without names.',
  route: 'GET /trust/health',
  scope: 'trust',
  who: trustLeads,
  input: z.object({}),
  output: z.object({
    trust: z.string(),
    schools: z.array(
      healthFigure
        .omit({ points: true })
        .extend({ schoolId: z.string(), at: z.string().describe('When the school said it') }),
    ),
    points: z.array(pointShape).describe('All schools together'),
  }),
  controls: ['reports.compliance'],
}).handle(async ({ db, scopeId }) => {
  const [trust, figures] = await Promise.all([trustRow(db, scopeId), trustFigures(db, scopeId)]);
  const schools = figures.flatMap(({ schoolId, name, value, at }) => {
    const read = name === 'health' ? healthFigure.safeParse(value).data : undefined;
    return read ? [{ ...read, schoolId, at }] : [];
  });
  return {
    trust: trust?.name ?? '',
    schools: schools
      .map(({ points: _points, ...school }) => school)
      .toSorted((one, other) => one.school.localeCompare(other.school)),
    points: together(schools),
  };
});
