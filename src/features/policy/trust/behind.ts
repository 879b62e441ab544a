// What answers where a school's policy is silent: its trust's policy, and behind that Gatepost's starter. Pure.
import type { Clause, GivenSetting, PolicyDocument } from '../document.ts';

/** How a clause of the trust's policy is cited at its schools, whose own may have one of the same id: `trust:TP-30`. */
const MARK = 'trust:';

export const citedAtSchool = (clauseId: string): string => `${MARK}${clauseId}`;
export const isOfTrust = (clauseId: string): boolean => clauseId.startsWith(MARK);

/** Who says so: the policy itself, the trust, or Gatepost. */
export const sourceOf = (own: GivenSetting | undefined | null, given: GivenSetting): 'policy' | 'trust' | 'default' =>
  own ? 'policy' : given.by.some(isOfTrust) ? 'trust' : 'default';

/** The starter with the trust's answers and clauses in front of its own. */
export function behindSchool(starter: PolicyDocument, trust: PolicyDocument | null): PolicyDocument {
  if (!trust) return starter;
  const settings = Object.entries(trust.settings).flatMap(([id, given]) =>
    given ? [[id, citedFromSchool(given)] as const] : [],
  );
  return {
    ...starter,
    clauses: [...trust.clauses.map(clauseAtSchool), ...starter.clauses],
    settings: { ...starter.settings, ...Object.fromEntries(settings) },
  };
}

const clauseAtSchool = (clause: Clause): Clause => ({ ...clause, id: citedAtSchool(clause.id) });

const citedFromSchool = (given: GivenSetting): GivenSetting => ({
  is: given.is,
  by: given.by.map(citedAtSchool),
  ...(given.overrides && {
    overrides: given.overrides.map((one) => ({ ...one, by: one.by.map(citedAtSchool) })),
  }),
});
