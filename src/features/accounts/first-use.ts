// What somebody confirms before they write: whom they stand for, once a term, and the rules of each account they use.
import { sha256 } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { usualTermStart, type Missing } from '#features/training/index.ts';
import { openConfirmations } from './confirmation-queries.ts';
import type { AccountRow } from './queries.ts';
import { termsOf } from './platform-terms.ts';

/** Where it is done. */
export const BEFORE_WRITING = '/posts/before';

/** Said at the first opening of the composer in each term. */
export const AMBASSADOR_REMINDER =
  'When you write here you speak for the school, and readers take you for its ambassador. Stay professional in every word, picture and reply, also when somebody is not. If you would not say it at the school gate with the headteacher beside you, leave it out.';

/** Shown where a school has not written rules of its own for an account. */
export const USUAL_RULES =
  'Write for the readers this account is meant for and about what it is for. Nothing unkind, nothing private, nothing political, no advertising, and no child who could be picked out against the policy.';

export const rulesShown = ({ rules }: Pick<AccountRow, 'rules'>): string => (rules === '' ? USUAL_RULES : rules);

export const shownDigest = (account: AccountRow | null): string =>
  sha256(account === null ? AMBASSADOR_REMINDER : `${rulesShown(account)}\n${termsOf(account.platform.key)}`);

/** By which clauses it is asked; none where the policy in force does not ask. */
export const firstUseClauses = async (context: Pick<Context, 'policy'>): Promise<readonly string[]> =>
  (await context.policy()).clausesOf('accounts.rules-on-first-use');

export interface Unconfirmed {
  /** The reminder whom they stand for has not been confirmed this term. */
  readonly reminder: boolean;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** Of these accounts, in one statement. */
export async function unconfirmed(
  { db, scopeId, at }: Pick<Context, 'db' | 'scopeId' | 'at'>,
  personId: string,
  accountIds: readonly string[],
): Promise<Unconfirmed> {
  const today = dayOf(at);
  const rows = await openConfirmations(db, scopeId, personId, accountIds, { today, termStart: usualTermStart(today) });
  return {
    reminder: rows.some(({ id }) => id === null),
    accounts: rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [{ id, name }])),
  };
}

export const reminderMissing = (clauses: readonly string[]): Missing => ({
  what: 'The reminder for this term, whom you stand for when you write for the school, has not been confirmed.',
  href: BEFORE_WRITING,
  clauses,
});

export const rulesMissing = (name: string, clauses: readonly string[]): Missing => ({
  what: `The rules of ${name} have not been confirmed this term.`,
  href: BEFORE_WRITING,
  clauses,
});
