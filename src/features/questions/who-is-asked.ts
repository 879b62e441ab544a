// Who holds a role today and so is asked, by name: never the person whose own matter it is.
import type { Context } from '#kernel/context.ts';
import { approversFor, type Approver, type Holder } from '#features/decisions/index.ts';
import { activeHolders, namesOf } from '#features/people/index.ts';
import { localDate, roleLabels, settings, type RoleName } from '#features/policy/index.ts';
import type { PolicyInForce, Ruling } from '#kernel/policy.ts';

export interface Asked extends Approver {
  readonly name: string;
}

/** Those who are asked today, the first to be asked first, once it is known whose matter it is. */
export type Askable = (notThese: readonly string[]) => readonly Asked[];

/**
 * @param roles in the order the policy names them
 * @param lastResort who is asked when nobody of those is left
 */
export async function askable(
  { db, scopeId, at }: Context,
  roles: readonly string[],
  lastResort: readonly string[],
): Promise<Askable> {
  const today = await localDate(db, scopeId, at);
  const found = await activeHolders(db, scopeId, [...new Set([...roles, ...lastResort])], today);
  const holders: ReadonlyMap<string, readonly Holder[]> = Map.groupBy(found, ({ responsibility }) => responsibility);
  const deputies = await namesOf(
    db,
    scopeId,
    found.map(({ deputyId }) => deputyId),
  );
  const names = new Map([...found.map(({ personId, name }) => [personId, name] as const), ...deputies]);
  return (notThese) =>
    approversFor({
      roles,
      lastResort,
      holdersOf: (role) => holders.get(role) ?? [],
      notThese: new Set(notThese),
    }).map((approver) => ({ ...approver, name: names.get(approver.personId) ?? '' }));
}

export const firstContact = (policy: PolicyInForce): Ruling<RoleName> => policy.ruling(settings.questions.firstContact);

/** Who answers questions on the policy: the first contact; else the headteacher, and then their deputies. */
export const answerers = (context: Context, policy: PolicyInForce): Promise<Askable> =>
  askable(context, [firstContact(policy).value], ['headteacher', ...policy.ruling(settings.roles.deputies).value]);

/** By name, and as what: whoever answers in the first contact's place is not called that. */
export function asContact(asked: readonly Asked[], named: RoleName): { role: string; people: string[] } {
  const people = asked.map(({ name }) => name);
  const [first] = asked;
  if (!first) return { role: roleLabels[named], people };
  const role = roleLabels[first.because as RoleName];
  return { role: first.standingInFor === null ? role : `standing in for ${role}`, people };
}
