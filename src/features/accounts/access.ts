// Who may do what with an official account. Authority is a dated grant for one account; no role replaces it.
import { allow, holds, isPerson, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyInForce, Ruling } from '#kernel/policy.ts';
import { roleLabels, settings, type RoleName } from '#features/policy/index.ts';
import { KEEPERS } from '#features/schools/index.ts';
import { platformRefusal, policyWord, type Platform } from './account.ts';
import { nameInFull } from './name-in-full.ts';

export type AuthorityScope = 'draft' | 'run';

export interface Authority {
  readonly accountId: string;
  readonly personId: string;
  readonly scope: AuthorityScope;
}

export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly closedOn: string | null;
  readonly platform: Pick<Platform, 'key' | 'kind' | 'name'>;
}

/** As much of a setting's place as an account says: overrides of the policy are found by it. */
export const placeOf = (account: AccountFacts) => ({ account: account.id, platform: policyWord(account.platform) });

/** Whoever runs an account may also write for it. */
export const holdsAuthority = (
  authorities: readonly Authority[],
  accountId: string,
  personId: string,
  scope: AuthorityScope,
): boolean =>
  authorities.some(
    (authority) =>
      authority.accountId === accountId &&
      authority.personId === personId &&
      (authority.scope === scope || authority.scope === 'run'),
  );

/** @throws refused-by-policy, citing the clauses on authority or on platforms; conflict when the account is closed */
export function mayDraft<T extends AccountFacts>(
  actor: Actor,
  account: T,
  authorities: readonly Authority[],
  policy: PolicyInForce,
): Allowed<T> {
  if (!isPerson(actor) || !holdsAuthority(authorities, account.id, actor.personId, 'draft')) {
    const authoriser = authoriserOf(account, policy);
    throw fail.refused({
      code: 'not-authorised',
      message: `You are not authorised to write for ${nameInFull(account.name, account.platform)}.`,
      remedy: `Ask ${roleLabels[authoriser.value]} to authorise you; the account’s page has a button for it.`,
      clauses: [...new Set([...policy.clausesOf('accounts.authorisation'), ...authoriser.clauses])],
    });
  }
  refuseClosed(account);
  const refusal = platformRefusal(
    account.platform,
    policy.ruling(settings.channels.allowedPlatforms, placeOf(account)),
  );
  if (refusal) throw refusal;
  return allow(account);
}

/** @throws refused-by-policy unless the actor is whom the policy names, or stands in for them today */
export function mayAuthorise<T extends AccountFacts>(actor: Actor, account: T, policy: PolicyInForce): Allowed<T> {
  const authoriser = authoriserOf(account, policy);
  if (!holds(actor, authoriser.value)) {
    throw fail.refused({
      code: 'not-authoriser',
      message: `Authority over an account is given by ${roleLabels[authoriser.value]}.`,
      remedy: `Ask ${roleLabels[authoriser.value]}; while they are away, whoever is named as their deputy may do it.`,
      clauses: authoriser.clauses,
    });
  }
  refuseClosed(account);
  return allow(account);
}

/** @throws refused-by-policy where only the headteacher's own grant lets somebody run an account */
export function mayLetRun(actor: Actor, policy: PolicyInForce): void {
  const conditions = policy.ruling(settings.runner.gate);
  if (!conditions.value.includes('headteacher-grant') || holds(actor, 'headteacher')) return;
  throw fail.refused({
    code: 'headteacher-grants',
    message: 'Who runs an account is authorised by the headteacher.',
    remedy: 'Ask the headteacher; while they are away, whoever is named as their deputy may do it.',
    clauses: conditions.clauses,
  });
}

/** Taking authority away is safe: also whoever keeps the register, and the person themself, may do it at once. */
export function mayEndAuthority<T extends AccountFacts>(
  actor: Actor,
  account: T,
  personId: string,
  policy: PolicyInForce,
): Allowed<T> {
  if ((isPerson(actor) && actor.personId === personId) || keepsRegister(actor)) return allow(account);
  return mayAuthorise(actor, account, policy);
}

export const keepsRegister = (actor: Actor): boolean =>
  actor.kind === 'operator' || KEEPERS.some((role) => holds(actor, role));

export interface AccountAbilities {
  readonly draft: boolean;
  readonly change: boolean;
  readonly close: boolean;
  readonly authorise: boolean;
  readonly askForAuthority: boolean;
}

/** What the page may offer; each action asks again for itself. */
export function abilitiesOf(
  actor: Actor,
  account: AccountFacts,
  authorities: readonly Authority[],
  policy: PolicyInForce,
): AccountAbilities {
  const open = account.closedOn === null;
  const mine = isPerson(actor) && holdsAuthority(authorities, account.id, actor.personId, 'draft');
  const allowed =
    platformRefusal(account.platform, policy.ruling(settings.channels.allowedPlatforms, placeOf(account))) === null;
  return {
    draft: open && mine && allowed,
    change: open && keepsRegister(actor),
    close: open && keepsRegister(actor),
    authorise: open && holds(actor, authoriserOf(account, policy).value),
    askForAuthority: open && isPerson(actor) && !mine,
  };
}

export const authoriserOf = (account: AccountFacts, policy: PolicyInForce): Ruling<RoleName> =>
  policy.ruling(settings.account.authoriser, placeOf(account));

export function refuseClosed(account: AccountFacts): void {
  if (account.closedOn === null) return;
  throw fail.conflict({
    code: 'account-closed',
    message: `${nameInFull(account.name, account.platform)} was closed on ${dayInWords(account.closedOn)}.`,
    remedy: 'Choose another account.',
  });
}
