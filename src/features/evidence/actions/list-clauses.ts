// Every clause of the policy in force, and of the trust’s where it is silent, with its evidence: what a head, a governor or an inspector asks for first.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { localDate } from '#features/policy/index.ts';
import { evidenceAskers } from '../access.ts';
import { mustSeeEvidence } from '../must-see-evidence.ts';
import { clauseStates, type ClauseState } from '../clause-evidence.ts';
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
    from: z.int().min(1).default(1).describe('Which of them stands first'),
    most: z.int().min(1).max(500).optional().describe('How many at most; all, if left out'),
  }),
  output: z.object({
    title: z.string(),
    version: z.object({ id: z.string(), n: z.number(), sha256: z.string() }).nullable(),
    period: periodShape,
    states: z.object({ working: z.number(), quiet: z.number(), 'not-yet': z.number() }),
    all: z.number().describe('How many there are in this state'),
    clauses: z.array(clauseShape),
  }),
  controls: ['reports.compliance', 'reports.governors'],
}).handle(async (context, { state, from, most, ...asked }) => {
  await mustSeeEvidence(context);
  const { db, scopeId, at, actions } = context;
  const period = periodOf(asked, await localDate(db, scopeId, at));
  const [read, overdue] = await Promise.all([readGround(context, period), overdueNow(context)]);
  const every = clauseEvidence(read);
  const { document, version } = read;
  const inState = (wanted: ClauseState) => every.filter(({ evidence }) => evidence.state === wanted);
  const wanted = state === undefined ? every : inState(state);
  return {
    title: document.title,
    version: version ? { id: version.id, n: version.n, sha256: version.sha256 } : null,
    period,
    states: {
      working: inState('working').length,
      quiet: inState('quiet').length,
      'not-yet': inState('not-yet').length,
    },
    all: wanted.length,
    clauses: wanted
      .slice(from - 1, most === undefined ? undefined : from - 1 + most)
      .map(({ clause, evidence }) => shownClause(clause, evidence, { actions, overdue })),
  };
});
