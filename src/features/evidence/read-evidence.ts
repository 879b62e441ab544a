// Reads everything that the evidence of a policy is worked out from: the clauses that hold, the counts, the versions of those days.
import type { Context } from '#kernel/context.ts';
import {
  documentsInForce,
  isOfTrust,
  loadModelPolicy,
  plannedControls,
  trustVersionRows,
  type Clause,
  type Documents,
} from '#features/policy/index.ts';
import { countedBy, evidenceOf, type ClauseEvidence, type Counted, type Ground } from './clause-evidence.ts';
import type { Period } from './period.ts';
import { countRows, spokenByVersion } from './queries.ts';
import { sourcesOf } from './sources.ts';
import { spokenIn, trustClauses, type Spoken } from './trust-clauses.ts';

/** Where a school had no version yet, or the entry is the trust’s. */
const NO_VERSION = '00000000-0000-0000-0000-000000000000';

/** What happened in a stretch of days. */
export interface CountedDays {
  readonly period: Period;
  readonly counted: Counted;
}

export interface EvidenceGround extends Documents {
  readonly version: Awaited<ReturnType<typeof documentsInForce>>['version'];
  /** Those of the school’s own policy, then those of the trust’s that hold where it is silent. */
  readonly clauses: readonly Clause[];
  readonly counted: Counted;
  readonly ground: Ground;
  /** The trust’s count from the day on which there was a policy of the trust’s. */
  daysOf(clauseId: string): CountedDays;
}

export async function readGround(context: Context, period: Period): Promise<EvidenceGround> {
  const { db, scopeId, at, controls, actions } = context;
  const [documents, starter, counts, [trustBegan]] = await Promise.all([
    documentsInForce(db, scopeId, at),
    loadModelPolicy('starter'),
    countRows(db, scopeId, period),
    trustVersionRows(db, 'of-this-school'),
  ]);
  const { document, behind } = documents;
  const own = { period, counted: countedBy(counts) };
  const [ofTrust, spoken] = await Promise.all([
    daysSince(context, own, trustBegan?.effective_on ?? period.since),
    spokenByVersion(db, scopeId, own.counted.versions),
  ]);
  const versions = new Map([[NO_VERSION, spokenIn(starter)], ...spoken]);
  const inVersion = trustIn(behind, spoken);
  const ground: Ground = {
    built: controls,
    planned: new Map(plannedControls.filter(({ id }) => !controls.has(id)).map((control) => [control.id, control])),
    sources: sourcesOf(controls, actions.values()),
    restsOn: (id, clauseId) => (isOfTrust(clauseId) ? inVersion(id) : versions.get(id)?.restsOn)?.get(clauseId),
  };
  return {
    ...documents,
    clauses: [...document.clauses, ...trustClauses(behind, spokenIn(document))],
    counted: own.counted,
    ground,
    daysOf: (clauseId) => (isOfTrust(clauseId) ? ofTrust : own),
  };
}

/** The same days, without those before `since`. */
async function daysSince({ db, scopeId }: Context, days: CountedDays, since: string): Promise<CountedDays> {
  if (since <= days.period.since) return days;
  if (since > days.period.until) return { ...days, counted: countedBy([]) };
  const period = { ...days.period, since };
  return { period, counted: countedBy(await countRows(db, scopeId, period)) };
}

/** What the trust’s clauses, as they stand today, made real under each version of the school’s own policy. */
function trustIn(behind: Documents['behind'], versions: ReadonlyMap<string, Spoken>) {
  const known = new Map<string, ReadonlyMap<string, readonly string[]> | undefined>();
  return (id: string) => {
    const spoken = versions.get(id);
    if (spoken && !known.has(id))
      known.set(id, new Map(trustClauses(behind, spoken).map((clause) => [clause.id, clause['rests-on']])));
    return known.get(id);
  };
}

export interface ShownEvidence {
  readonly clause: Clause;
  readonly evidence: ClauseEvidence;
}

export const clauseEvidence = ({ clauses, ground, daysOf }: EvidenceGround): ShownEvidence[] =>
  clauses.map((clause) => ({ clause, evidence: evidenceOf(clause, daysOf(clause.id).counted, ground) }));
