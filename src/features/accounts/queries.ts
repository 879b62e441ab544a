// Statements about accounts themselves; platforms and authority have files of their own beside this one.
import type { Db } from '#kernel/context.ts';
import type { AccountFields, Platform, Reach } from './account.ts';
import { platformFrom } from './platform-queries.ts';

/** An account with the platform it lives on. */
export interface AccountRow extends AccountFields {
  readonly id: string;
  readonly closedOn: string | null;
  readonly closedReason: string;
  readonly platform: Platform;
}

function accountsWithPlatform(db: Db, schoolId: string) {
  return db
    .selectFrom('account')
    .innerJoin('platform', (join) =>
      join.onRef('platform.school_id', '=', 'account.school_id').onRef('platform.id', '=', 'account.platform_id'),
    )
    .where('account.school_id', '=', schoolId)
    .select([
      'account.id as account_id',
      'account.name as account_name',
      'account.handle',
      'account.address',
      'account.purpose',
      'account.audience',
      'account.reach',
      'account.interaction',
      'account.rules',
      'account.opened_on',
      'account.closed_on',
      'account.closed_reason',
      'platform.id',
      'platform.key',
      'platform.name',
      'platform.kind',
      'platform.connector',
      'platform.words_limit',
      'platform.counting',
      'platform.composer_url',
      'platform.hosts',
      'platform.source',
      'platform.checked_on',
      'platform.retired_at',
    ]);
}
type JoinedRow = Awaited<ReturnType<ReturnType<typeof accountsWithPlatform>['execute']>>[number];

const accountFrom = (row: JoinedRow): AccountRow => ({
  id: row.account_id,
  name: row.account_name,
  handle: row.handle,
  address: row.address,
  purpose: row.purpose,
  audience: row.audience,
  reach: row.reach as Reach,
  interaction: row.interaction as 'open' | 'closed',
  rules: row.rules,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  closedReason: row.closed_reason,
  platform: platformFrom(row),
});

/** @param wanted only these, or only open ones; all of the school where neither is said */
export async function accountRows(
  db: Db,
  schoolId: string,
  wanted: { readonly ids?: readonly string[]; readonly open?: true } = {},
): Promise<AccountRow[]> {
  let query = accountsWithPlatform(db, schoolId).orderBy('account.name').orderBy('account.id');
  if (wanted.ids) query = query.where((eb) => eb('account.id', '=', eb.fn.any(eb.val([...(wanted.ids ?? [])]))));
  if (wanted.open) query = query.where('account.closed_on', 'is', null);
  return (await query.execute()).map(accountFrom);
}

export async function accountRow(db: Db, schoolId: string, id: string): Promise<AccountRow | undefined> {
  const row = await accountsWithPlatform(db, schoolId).where('account.id', '=', id).executeTakeFirst();
  return row && accountFrom(row);
}

/** Open ones, with no more of each than a visitor may see. */
export const officialRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('account as a')
    .innerJoin('platform as p', (join) =>
      join.onRef('p.school_id', '=', 'a.school_id').onRef('p.id', '=', 'a.platform_id'),
    )
    .select([
      'a.id',
      'p.key as platformKey',
      'p.name as platformName',
      'p.connector',
      'a.name',
      'a.handle',
      'a.address',
      'a.purpose',
    ])
    .where('a.school_id', '=', schoolId)
    .where('a.closed_on', 'is', null)
    .orderBy('p.name')
    .orderBy('a.name')
    .orderBy('a.id')
    .execute();

export interface NewAccount extends AccountFields {
  readonly id: string;
  readonly platformId: string;
}

export async function insertAccount(db: Db, schoolId: string, account: NewAccount, now: string): Promise<void> {
  const { platformId, openedOn, ...same } = account;
  await db
    .insertInto('account')
    .values({ school_id: schoolId, platform_id: platformId, opened_on: openedOn, created_at: now, ...same })
    .execute();
}

export async function updateAccountRow(db: Db, schoolId: string, id: string, fields: AccountFields): Promise<void> {
  const { openedOn, ...same } = fields;
  await db
    .updateTable('account')
    .set({ opened_on: openedOn, ...same })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();
}

export const closeAccountRow = (db: Db, schoolId: string, id: string, closedOn: string, reason: string) =>
  db
    .updateTable('account')
    .set({ closed_on: closedOn, closed_reason: reason })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();
