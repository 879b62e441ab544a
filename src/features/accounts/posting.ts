// Accounts as a post sees them: where it goes, how long it may be there, and whether its author may write for it.
import type { Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/context.ts';
import { fail, type Failure } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { mayDraft, placeOf } from './access.ts';
import { platformRefusal, policyWord, type Reach } from './account.ts';
import type { PlatformConnector } from './catalogue.ts';
import { authoritiesOf } from './authority-queries.ts';
import { nameInFull } from './name-in-full.ts';
import { accountRows, type AccountRow } from './queries.ts';
import { lengthOn } from './words-length.ts';

export interface PostingAccount {
  readonly id: string;
  readonly name: string;
  readonly nameInFull: string;
  readonly handle: string;
  readonly address: string;
  readonly closed: boolean;
  readonly reach: Reach;
  readonly connector: PlatformConnector;
  /** The word by which the policy speaks of its platform. */
  readonly platformKey: string;
  readonly platformName: string;
  readonly composerUrl: string;
  readonly hosts: readonly string[];
  readonly wordsLimit: number | null;
  /** Why the policy in force closes this platform to the school; null where it does not. */
  refusedBy(policy: PolicyInForce): Pick<Failure, 'message' | 'remedy' | 'clauses'> | null;
  /** How long the platform takes these words to be. */
  countWords(words: string): number;
}

/** In the order asked for. @throws not-found when one of them is not of this school */
export async function accountsForPosting(db: Db, schoolId: string, ids: readonly string[]): Promise<PostingAccount[]> {
  return (await wantedRows(db, schoolId, ids)).map((account) => ({
    id: account.id,
    name: account.name,
    nameInFull: nameInFull(account.name, account.platform),
    handle: account.handle,
    address: account.address,
    closed: account.closedOn !== null,
    reach: account.reach,
    connector: account.platform.connector,
    platformKey: policyWord(account.platform),
    platformName: account.platform.name,
    composerUrl: account.platform.composerUrl,
    hosts: account.platform.hosts,
    wordsLimit: account.platform.wordsLimit,
    refusedBy: (policy) =>
      platformRefusal(account.platform, policy.ruling(settings.channels.allowedPlatforms, placeOf(account))),
    countWords: (words) => lengthOn(account.platform.counting, words),
  }));
}

/** Every one of these accounts, for a person who holds authority over each. @throws refused-by-policy for the first they do not */
export async function mayDraftFor(
  db: Db,
  schoolId: string,
  actor: Actor,
  ids: readonly string[],
  policy: PolicyInForce,
): Promise<Allowed<AccountRow>[]> {
  const [accounts, authorities] = await Promise.all([wantedRows(db, schoolId, ids), authoritiesOf(db, schoolId, ids)]);
  return accounts.map((account) => mayDraft(actor, account, authorities, policy));
}

async function wantedRows(db: Db, schoolId: string, ids: readonly string[]): Promise<AccountRow[]> {
  if (ids.length === 0) return [];
  const found = new Map((await accountRows(db, schoolId, { ids })).map((account) => [account.id, account]));
  return ids.map((id) => {
    const account = found.get(id);
    if (!account) throw fail.notFound('account');
    return account;
  });
}
