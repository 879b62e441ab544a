// Who can approve a step, and who can sign in a role, today: holders, then deputies, then those the policy names for such a case.
import type { Context } from '#kernel/context.ts';
import { approversFor, type Approver, type Holder } from '#features/decisions/index.ts';
import { activeHolders, peopleByIds, personName } from '#features/people/index.ts';
import { localDate, settings } from '#features/policy/index.ts';
import { governors } from './queries.ts';
import type { Candidate } from './slots.ts';

export interface NamedApprover extends Approver {
  readonly name: string;
}

/**
 * Never somebody who wrote the draft, nor somebody who approved an earlier step of it.
 * @param notThese ids of those people
 */
export async function approversOf(
  context: Context,
  role: string,
  notThese: ReadonlySet<string>,
): Promise<NamedApprover[]> {
  const lastResort = (await context.policy()).ruling(settings.roles.deputies).value;
  const holdersOf = await holdersToday(context, [role, ...lastResort]);
  return named(context, approversFor({ roles: [role], holdersOf, notThese, lastResort }));
}

/** Who answers for the minutes of a body: its chair, and whoever stands in for the chair; nobody who wrote the draft. */
export async function minuteKeepers(context: Context, notThese: ReadonlySet<string>): Promise<NamedApprover[]> {
  const roles = ['chair-of-governors'];
  const holdersOf = await holdersToday(context, [...roles, 'headteacher']);
  return named(context, approversFor({ roles, holdersOf, notThese, lastResort: ['headteacher'] }));
}

/** Who may sign in a role: for a governor's line any governor, otherwise its holders and the deputies of those who are away. */
export async function signersOf(context: Context, role: string): Promise<Candidate[]> {
  const { db, scopeId, at } = context;
  if (role === 'governor') {
    const members = await governors(db, scopeId, await localDate(db, scopeId, at));
    return members.map((member) => ({ ...member, standingInFor: null }));
  }
  const holdersOf = await holdersToday(context, [role]);
  return named(context, approversFor({ roles: [role], holdersOf, notThese: new Set(), lastResort: [] }));
}

async function holdersToday({ db, scopeId, at }: Context, roles: readonly string[]) {
  const holders = await activeHolders(db, scopeId, [...new Set(roles)], await localDate(db, scopeId, at));
  const byRole = Map.groupBy(holders, ({ responsibility }) => responsibility);
  return (role: string): readonly Holder[] => byRole.get(role) ?? [];
}

/** A deputy who has left stands in for nobody. */
async function named({ db, scopeId, at }: Context, approvers: readonly Approver[]): Promise<NamedApprover[]> {
  const today = await localDate(db, scopeId, at);
  const people = await peopleByIds(
    db,
    scopeId,
    approvers.map(({ personId }) => personId),
  );
  return approvers.flatMap((approver) => {
    const person = people.find(({ id }) => id === approver.personId);
    const isHere = person && (person.ended_on === null || person.ended_on >= today);
    return isHere ? [{ ...approver, name: personName(person) }] : [];
  });
}
