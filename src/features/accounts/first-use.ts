// What somebody confirms before they write: whom they stand for, once a term, and the rules of each account they use.
import { sha256 } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { usualTermStart, type Missing } from '#features/training/index.ts';
import { shownRows, type ShownRow, type ToConfirm } from './confirmation-queries.ts';
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

const shownDigest = ({ rules, platformKey }: ShownRow): string =>
  sha256(rules === null ? AMBASSADOR_REMINDER : `${rulesShown({ rules })}\n${termsOf(platformKey ?? '')}`);

/** By which clauses it is asked; none where the policy in force does not ask. */
export const firstUseClauses = async (context: Pick<Context, 'policy'>): Promise<readonly string[]> =>
  (await context.policy()).clausesOf('accounts.rules-on-first-use');

export interface Unconfirmed {
  /** The reminder whom they stand for; null where it has been confirmed this term. */
  readonly reminder: ToConfirm | null;
  readonly accounts: readonly (ToConfirm & { readonly id: string; readonly name: string })[];
}

/** In one statement. Rules that were written anew within a term are asked again at once: what was confirmed is what was shown. */
export async function unconfirmed(
  { db, scopeId, at }: Pick<Context, 'db' | 'scopeId' | 'at'>,
  personId: string,
  accountIds: readonly string[],
): Promise<Unconfirmed> {
  const today = dayOf(at);
  const rows = await shownRows(db, scopeId, personId, accountIds, { today, termStart: usualTermStart(today) });
  const open = rows
    .map((row) => ({ ...row, accountId: row.id, shownSha256: shownDigest(row) }))
    .filter(({ confirmed, shownSha256 }) => !confirmed.includes(shownSha256));
  return {
    reminder: open.find(({ id }) => id === null) ?? null,
    accounts: open.flatMap(({ id, name, shownSha256 }) =>
      id === null || name === null ? [] : [{ id, accountId: id, name, shownSha256 }],
    ),
  };
}

export const reminderMissing = (clauses: readonly string[]): Missing => ({
  what: 'The reminder for this term, whom you stand for when you write for the school, has not been confirmed.',
  href: BEFORE_WRITING,
  clauses,
});

export const rulesMissing = (name: string, clauses: readonly string[]): Missing => ({
  what: `The rules of ${name}, as they are now, have not been confirmed this term.`,
  href: BEFORE_WRITING,
  clauses,
});
