// The trust’s clauses that hold at a school: each resting on what a version of the school’s own policy leaves open. Pure.
import { isOfTrust, type Clause, type PolicyDocument } from '#features/policy/index.ts';

/** As much of a policy as says where it is silent. */
export interface Spoken {
  /** What each of its clauses rests on. */
  readonly restsOn: ReadonlyMap<string, readonly string[]>;
  /** The settings that it answers itself. */
  readonly settings: ReadonlySet<string>;
}

export const spokenIn = ({ clauses, settings }: PolicyDocument): Spoken => ({
  restsOn: new Map(clauses.map((clause) => [clause.id, clause['rests-on']])),
  settings: new Set(Object.keys(settings)),
});

/** @param behind what answers where the school’s own policy is silent, the trust’s clauses among it */
export function trustClauses(behind: PolicyDocument, { restsOn, settings }: Spoken): Clause[] {
  const served = new Set([...restsOn.values()].flat());
  const answering = new Set(
    Object.entries(behind.settings).flatMap(([id, given]) => (settings.has(id) ? [] : (given?.by ?? []))),
  );
  return behind.clauses
    .filter(({ id }) => isOfTrust(id))
    .map((clause) => ({
      ...clause,
      under: `Of the trust’s policy: ${clause.under}`,
      'rests-on': clause['rests-on'].filter((control) => answering.has(clause.id) || !served.has(control)),
    }))
    .filter((clause) => answering.has(clause.id) || clause['rests-on'].length > 0);
}
