// Whose approval a draft needs, one after another, and whose signatures: from the roles that the policy names. Pure.
import type { RoleName } from '#features/policy/index.ts';

export interface PlannedStep {
  readonly role: RoleName;
  /** `person`: whoever holds the role decides. `body`: a meeting decides. */
  readonly kind: 'person' | 'body';
}

/** Roles that speak for a body: it decides at a meeting, and one of its members signs. */
const OF_A_BODY: ReadonlySet<RoleName> = new Set(['chair-of-governors', 'governor', 'governing-body']);

/**
 * Whatever the order in which a policy happens to name its roles, the headteacher comes first. The register of responsible persons
 * comes last: whoever of them has signed as the chair has signed, and a chair who had signed there could not sign as the chair.
 */
export function inOrder(roles: readonly RoleName[]): RoleName[] {
  const place = (role: RoleName) => (role === 'headteacher' ? 0 : role === 'responsible-person' ? 2 : 1);
  return [...new Set(roles)].toSorted((one, other) => place(one) - place(other));
}

/** Named responsible persons sign and are not asked to approve; where nobody else is named, the headteacher approves. */
export function stepsFor(roles: readonly RoleName[]): PlannedStep[] {
  const steps: PlannedStep[] = [];
  for (const role of inOrder(roles)) {
    if (role === 'responsible-person') continue;
    if (!OF_A_BODY.has(role)) steps.push({ role, kind: 'person' });
    else if (!steps.some(({ kind }) => kind === 'body')) steps.push({ role: 'governing-body', kind: 'body' });
  }
  return steps.length > 0 ? steps : [{ role: 'headteacher', kind: 'person' }];
}

/** The chair signs for the governing body. */
export const signersFor = (roles: readonly RoleName[]): RoleName[] => [
  ...new Set(inOrder(roles).map((role) => (role === 'governing-body' ? 'chair-of-governors' : role))),
];
