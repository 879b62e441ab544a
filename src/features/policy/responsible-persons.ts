// The table of responsible persons that a policy prints: never typed into it, always from the register of who holds what today.
import type { Db } from '#kernel/context.ts';
import { activeHolders, isResponsibility } from '#features/people/index.ts';
import { capital } from './answer-in-words.ts';
import type { PolicyDocument } from './document.ts';
import { policyInForce } from './in-force.ts';
import { behindOn } from './trust/against-locks.ts';
import { roleLabels, type RoleName } from './role-names.ts';
import { settings } from './settings/index.ts';

export interface ResponsibleRow {
  readonly role: RoleName;
  /** "The safeguarding lead". */
  readonly label: string;
  /** Finally responsible; the others must have a name against them. */
  readonly accountable: boolean;
  /** Whoever has held it longest first; nobody = an empty row. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

/** The roles that a policy wants a name against, with the names: whoever is finally responsible first. */
export async function responsiblePersons(
  db: Db,
  schoolId: string,
  document: PolicyDocument,
  today: string,
): Promise<ResponsibleRow[]> {
  const policy = policyInForce(document, await behindOn(db, today));
  const accountable = policy.ruling(settings.roles.accountable).value;
  const named = policy.ruling(settings.roles.named).value;
  const roles = [...new Set([accountable, ...named])].filter(isResponsibility);
  const holders = Map.groupBy(await activeHolders(db, schoolId, roles, today), ({ responsibility }) => responsibility);
  return roles.map((role) => ({
    role: role as RoleName,
    label: capital(roleLabels[role as RoleName]),
    accountable: role === accountable,
    people: (holders.get(role) ?? []).map(({ personId, name }) => ({ personId, name })),
  }));
}
