// One clause: what makes it real, which settings it stands on, what happened under which version, and what is missing.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { localDate, showSettings, versionRows } from '#features/policy/index.ts';
import { evidenceAskers, seesNames } from '../access.ts';
import { mustSeeEvidence } from '../must-see-evidence.ts';
import { oneClause } from '../one-clause.ts';
import { overdueNow } from '../overdue.ts';
import { periodFields, periodOf, periodShape } from '../period.ts';
import { clauseShape, shownClause, tallyShape } from '../shapes.ts';
import { tallyOf } from '../tally.ts';

export const readClause = defineAction({
  name: 'evidence.readClause',
  kind: 'read',
  summary: 'Show the evidence of one clause, with its controls and settings.',
  route: 'GET /evidence/clauses/{clauseId}',
  scope: 'school',
  who: evidenceAskers,
  token: 'policy:read',
  input: z.object({ clauseId: z.string().trim().min(1).max(20), ...periodFields }),
  output: z.object({
    title: z.string(),
    version: z.object({ id: z.string(), n: z.number(), sha256: z.string() }).nullable(),
    period: periodShape,
    clause: clauseShape,
    settings: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        answer: z.string(),
        clauses: z.array(z.string()).readonly(),
        source: z.enum(['policy', 'default', 'change', 'trust']),
      }),
    ),
    versions: z.array(
      z.object({
        id: z.string(),
        n: z.number().nullable().describe('Null before there was a policy'),
        effectiveOn: z.string().nullable(),
        tally: tallyShape,
      }),
    ),
    withNames: z.boolean().describe('Whether the entries behind it name people, or only what they are at the school'),
  }),
  controls: ['reports.compliance', 'reports.governors'],
}).handle(async (context, { clauseId, ...asked }) => {
  await mustSeeEvidence(context);
  const { db, scopeId, at, actions, actor } = context;
  const [one, overdue, versions] = await Promise.all([
    oneClause(context, clauseId, periodOf(asked, await localDate(db, scopeId, at))),
    overdueNow(context),
    versionRows(db, scopeId),
  ]);
  const { clause, document, behind, evidence, ground, version, period } = one;
  const read = new Set(clause['rests-on'].flatMap((id) => ground.built.get(id)?.settings ?? []));
  const known = new Map(versions.map((row) => [row.id, row]));
  return {
    title: document.title,
    version: version ? { id: version.id, n: version.n, sha256: version.sha256 } : null,
    period,
    clause: shownClause(clause, evidence, { actions, overdue }),
    settings: showSettings(document, behind)
      .filter(({ id, clauses }) => read.has(id) || clauses.includes(clauseId))
      .map(({ id, question, answer, clauses, source }) => ({ id, question, answer, clauses, source })),
    versions: [...Map.groupBy(evidence.kinds, (count) => count.version)]
      .map(([id, counts]) => ({
        id,
        n: known.get(id)?.n ?? null,
        effectiveOn: known.get(id)?.effective_on ?? null,
        tally: tallyOf(counts),
      }))
      .toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0)),
    withNames: seesNames(actor),
  };
});
