// Every clause of the policy in force with its evidence: what a head, a governor or an inspector asks for first.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { localDate } from '#features/policy/index.ts';
import { evidenceAskers } from '../access.ts';
import { mustSeeEvidence } from '../must-see-evidence.ts';
import { clauseStates } from '../clause-evidence.ts';
import { overdueNow } from '../overdue.ts';
import { periodFields, periodOf, periodShape } from '../period.ts';
import { clauseEvidence, readGround } from '../read-evidence.ts';
import { clauseShape, shownClause } from '../shapes.ts';

export const listClauses = defineAction({
  name: 'evidence.listClauses',
  kind: 'read',
  summary: 'Show the evidence of every clause of the policy in force.',
  route: 'GET /evidence/clauses',
  scope: 'school',
  who: evidenceAskers,
  token: 'policy:read',
  input: z.object({
    ...periodFields,
    state: z.enum(clauseStates).optional().describe('Only clauses in this state'),
  }),
  output: z.object({
    title: z.string(),
    version: z.object({ id: z.string(), n: z.number(), sha256: z.string() }).nullable(),
    period: periodShape,
    states: z.object({ working: z.number(), quiet: z.number(), 'not-yet': z.number() }),
    clauses: z.array(clauseShape),
  }),
  controls: ['reports.compliance', 'reports.governors'],
}).handle(async (context, { state, ...asked }) => {
  await mustSeeEvidence(context);
  const { db, scopeId, at, actions } = context;
  const period = periodOf(asked, await localDate(db, scopeId, at));
  const [read, overdue] = await Promise.all([readGround(context, period), overdueNow(context)]);
  const evidence = clauseEvidence(read);
  const { document, version } = read;
  const clauses = document.clauses.map((clause, i) => shownClause(clause, evidence[i]!, { actions, overdue }));
  const inState = (wanted: string) => clauses.filter((clause) => clause.state === wanted).length;
  return {
    title: document.title,
    version: version ? { id: version.id, n: version.n, sha256: version.sha256 } : null,
    period,
    states: { working: inState('working'), quiet: inState('quiet'), 'not-yet': inState('not-yet') },
    clauses: state === undefined ? clauses : clauses.filter((clause) => clause.state === state),
  };
});
