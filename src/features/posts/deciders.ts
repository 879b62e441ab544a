// Who can decide a post today, by name: the policy's roles, looked up afresh.
import type { Context } from '#kernel/context.ts';
import { approversFor, type Approver, type Holder } from '#features/decisions/index.ts';
import { peopleWithAuthority } from '#features/accounts/index.ts';
import { activeHolders, peopleByIds, personName } from '#features/people/index.ts';
import { localDate, roleLabels, settings } from '#features/policy/index.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Draft } from './draft-facts.ts';
import { staffHolders } from './queries.ts';

export interface NamedApprover extends Approver {
  readonly name: string;
}

/** @param roles that the policy names for it, in its order: responsibilities, whoever runs the accounts, or any member of staff */
export async function decidersOf(
  context: Context,
  draft: Pick<Draft, 'authors' | 'accounts'>,
  roles: readonly string[],
  policy: PolicyInForce,
): Promise<NamedApprover[]> {
  const { db, scopeId, at } = context;
  const today = await localDate(db, scopeId, at);
  const accountIds = draft.accounts.map((account) => account.id);
  const lastResort = policy.ruling(settings.roles.deputies).value;
  const asked = [...new Set([...roles, ...lastResort])];
  const [named, runners, staff] = await Promise.all([
    activeHolders(db, scopeId, asked, today),
    asked.includes('account-runner') ? runnersOf(context, accountIds, today) : [],
    asked.includes('staff') ? staffHolders(db, scopeId, today) : [],
  ]);
  const holders = new Map<string, readonly Holder[]>([
    ...Map.groupBy(named, ({ responsibility }) => responsibility),
    ['account-runner', runners],
    ['staff', staff],
  ]);
  const approvers = approversFor({
    roles,
    holdersOf: (role) => holders.get(role) ?? [],
    notThese: new Set(draft.authors),
    lastResort,
  });
  const people = await peopleByIds(
    db,
    scopeId,
    approvers.map((approver) => approver.personId),
  );
  return approvers.flatMap((approver) => {
    const person = people.find((one) => one.id === approver.personId);
    return person ? [{ ...approver, name: personName(person) }] : [];
  });
}

/** Who answers "I am unsure", the first to be asked first: neither an author nor whoever asks. */
export const answerersOf = (
  context: Context,
  draft: Pick<Draft, 'authors' | 'accounts'>,
  askers: readonly string[],
  policy: PolicyInForce,
): Promise<NamedApprover[]> =>
  decidersOf(
    context,
    { ...draft, authors: [...draft.authors, ...askers] },
    [policy.ruling(settings.approval.unsureGoesTo).value],
    policy,
  );

/** Whoever runs every account that the post goes to. */
async function runnersOf({ db, scopeId }: Context, accountIds: readonly string[], today: string): Promise<Holder[]> {
  if (accountIds.length === 0) return [];
  const [first, ...rest] = await Promise.all(
    accountIds.map((id) => peopleWithAuthority(db, scopeId, id, 'run', today)),
  );
  return first!.filter((runner) => rest.every((others) => others.some((other) => other.personId === runner.personId)));
}

/** "Only Ngozi Okafor can decide this." */
export function decidersInWords(approvers: readonly NamedApprover[], roles: readonly string[]): string {
  if (approvers.length > 0) return `Only ${listed(approvers.map((approver) => approver.name))} can decide this.`;
  return `Only ${listed(roles.map((role) => roleLabels[role as keyof typeof roleLabels] ?? role))} can decide this, and there is nobody left who may.`;
}

const listed = (names: readonly string[]): string =>
  names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
