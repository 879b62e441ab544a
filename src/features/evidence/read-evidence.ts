// Reads everything that the evidence of a policy is worked out from: the document in force, the counts, the versions of those days.
import type { Context } from '#kernel/context.ts';
import { documentInForce, loadModelPolicy, plannedControls, type PolicyDocument } from '#features/policy/index.ts';
import { countedBy, evidenceOf, type Counted, type ClauseEvidence, type Ground } from './clause-evidence.ts';
import type { Period } from './period.ts';
import { countRows, restsOnByVersion } from './queries.ts';
import { sourcesOf } from './sources.ts';

/** Where a school had no version yet, or the entry is the trust’s. */
const NO_VERSION = '00000000-0000-0000-0000-000000000000';

export interface EvidenceGround {
  readonly document: PolicyDocument;
  readonly version: Awaited<ReturnType<typeof documentInForce>>['version'];
  readonly counted: Counted;
  readonly ground: Ground;
}

export async function readGround(
  { db, scopeId, at, controls, actions }: Context,
  period: Period,
): Promise<EvidenceGround> {
  const [{ document, version }, starter, counts] = await Promise.all([
    documentInForce(db, scopeId, at),
    loadModelPolicy('starter'),
    countRows(db, scopeId, period),
  ]);
  const versions = await restsOnByVersion(db, scopeId, [...new Set(counts.map((count) => count.version))]);
  const ofStarter = new Map(starter.clauses.map((clause) => [clause.id, clause['rests-on']]));
  const ground: Ground = {
    built: controls,
    planned: new Map(plannedControls.filter(({ id }) => !controls.has(id)).map((control) => [control.id, control])),
    sources: sourcesOf(controls, actions.values()),
    restsOn: (id, clauseId) => (versions.get(id) ?? (id === NO_VERSION ? ofStarter : undefined))?.get(clauseId),
  };
  return { document, version, counted: countedBy(counts), ground };
}

export const clauseEvidence = ({ document, counted, ground }: EvidenceGround): ClauseEvidence[] =>
  document.clauses.map((clause) => evidenceOf(clause, counted, ground));
