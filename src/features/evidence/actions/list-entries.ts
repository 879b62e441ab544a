// The entries of the ledger behind a number: when it happened, who, what, under which version, and by what anybody can check it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fingerprint, type EntryFacts } from '#kernel/ledger.ts';
import { localDate, versionRows } from '#features/policy/index.ts';
import { evidenceAskers, seesNames, seesWho } from '../access.ts';
import { mustSeeEvidence } from '../must-see-evidence.ts';
import { oneClause } from '../one-clause.ts';
import { momentsOf, periodFields, periodOf, periodShape } from '../period.ts';
import { entryRows } from '../queries.ts';
import { outcomes } from '../tally.ts';
import { thingOf } from '../thing.ts';
import { doers } from '../who-did.ts';

const PAGE = 50;

export const listEntries = defineAction({
  name: 'evidence.listEntries',
  kind: 'read',
  summary: 'List the entries of the ledger behind the evidence of a clause.',
  route: 'GET /evidence/clauses/{clauseId}/entries',
  scope: 'school',
  who: evidenceAskers,
  token: 'policy:read',
  input: z.object({
    clauseId: z.string().trim().min(1).max(20),
    ...periodFields,
    outcome: z.enum(outcomes).optional(),
    action: z.string().max(100).optional().describe('Only entries of this action'),
    onlyNamed: z.boolean().default(false).describe('Only entries that name the clause as their reason'),
    afterAt: z.iso.datetime({ offset: true }).optional().describe('When the last entry of the page before happened'),
    afterId: z.uuid().optional().describe('The last entry of the page before'),
  }),
  output: z.object({
    period: periodShape,
    clause: z.object({ id: z.string(), number: z.string(), title: z.string() }),
    withNames: z.boolean(),
    entries: z.array(
      z.object({
        id: z.string(),
        happenedAt: z.string(),
        filedAt: z.string().describe('When it was written into the ledger'),
        what: z.string(),
        action: z.string(),
        outcome: z.enum(outcomes),
        who: z.object({ name: z.string().nullable(), role: z.string() }),
        clauses: z.array(z.string()),
        version: z.number().nullable().describe('The version of the policy then in force'),
        thing: z.object({ words: z.string(), href: z.string() }).nullable(),
        fingerprint: z.string().describe('Of the entry: the beginning of its SHA-256'),
        sha256: z.string(),
        seal: z.object({ n: z.number(), at: z.string(), fingerprint: z.string(), sha256: z.string() }),
      }),
    ),
    more: z.boolean(),
  }),
  controls: ['reports.compliance', 'reports.governors'],
}).handle(async (context, { clauseId, outcome, action, onlyNamed, afterAt, afterId, ...asked }) => {
  await mustSeeEvidence(context);
  const { db, scopeId, at, actor, actions } = context;
  const wanted = periodOf(asked, await localDate(db, scopeId, at));
  const { clause, evidence, counted, ground, period } = await oneClause(context, clauseId, wanted);
  const naming = (counted.byClause.get(clauseId) ?? []).filter(
    ({ version }) => ground.restsOn(version, clauseId) !== undefined,
  );
  const kinds = (onlyNamed ? naming : evidence.kinds).filter(
    (kind) => (outcome === undefined || kind.outcome === outcome) && (action === undefined || kind.action === action),
  );
  const withNames = seesNames(actor);
  const [rows, versions] = await Promise.all([
    entryRows(db, scopeId, {
      kinds,
      ...momentsOf(period),
      after: afterAt === undefined || afterId === undefined ? null : { happenedAt: afterAt, entryId: afterId },
      limit: PAGE + 1,
    }),
    versionRows(db, scopeId),
  ]);
  const numbers = new Map(versions.map(({ id, n }) => [id, n]));
  const page = rows.slice(0, PAGE).map((row) => ({ ...row, facts: JSON.parse(row.body) as EntryFacts }));
  const whoDid = await doers(
    db,
    scopeId,
    page.map(({ facts }) => facts.actor),
    withNames,
  );
  return {
    period,
    clause: { id: clause.id, number: clause.number, title: clause.title },
    withNames,
    entries: page.map(({ facts, ...row }) => ({
      id: row.id,
      happenedAt: row.happenedAt,
      filedAt: facts.at,
      what: actions.get(facts.action)?.summary ?? facts.action,
      action: facts.action,
      outcome: outcomeOf(facts),
      who: whoDid(facts.actor, row.happenedAt.slice(0, 10), seesWho(actor, facts.action)),
      clauses: [...facts.clauses],
      version: numbers.get(row.version) ?? null,
      thing: thingOf(facts.about, withNames),
      fingerprint: fingerprint(row.sha256),
      sha256: row.sha256,
      seal: { n: row.sealN, at: row.sealedAt, fingerprint: fingerprint(row.sealSha256), sha256: row.sealSha256 },
    })),
    more: rows.length > PAGE,
  };
});

/** As it was counted: what blocks or reopens is done, and stops. */
function outcomeOf({ outcome, about }: EntryFacts): (typeof outcomes)[number] {
  const result = about['result'];
  return outcome === 'done' && (result === 'blocked' || result === 'reopened') ? 'stopped' : outcome;
}
