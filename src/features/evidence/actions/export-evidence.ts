// The evidence of one clause or of all, to be handed over. That somebody took it away is itself recorded.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { localDate } from '#features/policy/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { evidenceAskers } from '../access.ts';
import { mustSeeEvidence } from '../must-see-evidence.ts';
import { evidenceAsTable, evidenceOnPaper, type Handed } from '../evidence-file.ts';
import { oneClause } from '../one-clause.ts';
import { overdueNow } from '../overdue.ts';
import { periodFields, periodOf, periodShape } from '../period.ts';
import { clauseEvidence, readGround } from '../read-evidence.ts';
import { clauseShape, shownClause } from '../shapes.ts';

export const exportEvidence = defineAction({
  name: 'evidence.exportEvidence',
  kind: 'read',
  recorded: true,
  summary: 'Take away the evidence of a clause, or of all, as a table, as JSON or on paper.',
  route: 'GET /evidence/export',
  scope: 'school',
  who: evidenceAskers,
  token: 'policy:read',
  input: z.object({
    clauseId: z.string().trim().max(20).optional().describe('One clause; all of them, if left out'),
    as: z
      .enum(['csv', 'json', 'pdf'])
      .default('json')
      .describe('csv: the rows of a table; pdf: the parts of a paper; for the page to write and to print'),
    ...periodFields,
  }),
  output: z.object({
    name: z.string().describe('A name for the file, without its ending'),
    table: z.array(z.array(z.string())).nullable().describe('Its first row says what the columns are'),
    evidence: z
      .object({
        school: z.string(),
        title: z.string(),
        version: z.object({ n: z.number(), sha256: z.string() }).nullable(),
        period: periodShape,
        madeAt: z.string(),
        clauses: z.array(clauseShape).readonly(),
      })
      .nullable(),
    paper: z.unknown().describe('A document to print; null unless it was asked for'),
  }),
  controls: ['reports.compliance', 'reports.governors'],
  about: ({ clauseId, as }) => ({ as, clause: clauseId ?? 'all' }),
}).handle(async (context, { clauseId, as, ...asked }) => {
  await mustSeeEvidence(context);
  const { db, scopeId, at, now, actions } = context;
  const days = periodOf(asked, await localDate(db, scopeId, at));
  const [school, overdue, handed] = await Promise.all([
    schoolRow(db, scopeId),
    overdueNow(context),
    clauseId === undefined ? everyClause() : justOne(clauseId),
  ]);
  const { document, version, period } = handed.read;
  const file: Handed = {
    school: school?.name ?? '',
    title: document.title,
    version: version ? { n: version.n, sha256: version.sha256 } : null,
    period,
    madeAt: now,
    clauses: handed.shown.map(({ clause, evidence }) => shownClause(clause, evidence, { actions, overdue })),
  };
  return {
    name: `evidence-${(clauseId ?? document.id).replace(':', '-')}-${period.until}`,
    table: as === 'csv' ? evidenceAsTable(file) : null,
    evidence: as === 'json' ? { ...file } : null,
    paper: as === 'pdf' ? evidenceOnPaper(file) : null,
  };

  async function everyClause() {
    const read = await readGround(context, days);
    return { read: { ...read, period: days }, shown: clauseEvidence(read) };
  }
  async function justOne(id: string) {
    const read = await oneClause(context, id, days);
    return { read, shown: [read] };
  }
});
