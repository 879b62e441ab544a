// Every statement of the accounts feature.
import { sql } from 'kysely';
import type { Allowed } from '#kernel/access.ts';
import type { Db } from '#kernel/context.ts';
import type { AccountFacts, AuthorityScope } from './access.ts';
import type { AccountFields, Platform, Reach } from './account.ts';
import type { CatalogueEntry, PlatformConnector, PlatformKind } from './catalogue.ts';
import type { Counting } from './words-length.ts';

interface PlatformRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly connector: string;
  readonly words_limit: number | null;
  readonly counting: string;
  readonly composer_url: string;
  readonly hosts: string[];
  readonly source: string;
  readonly checked_on: string | null;
  readonly retired_at: string | null;
}

/** The database holds only these words: its own checks say so. */
const platformFrom = (row: PlatformRow): Platform => ({
  id: row.id,
  key: row.key,
  name: row.name,
  kind: row.kind as PlatformKind,
  connector: row.connector as PlatformConnector,
  wordsLimit: row.words_limit,
  counting: row.counting as Counting,
  composerUrl: row.composer_url,
  hosts: row.hosts,
  source: row.source,
  checkedOn: row.checked_on,
  retired: row.retired_at !== null,
});

export async function platformRows(db: Db, schoolId: string): Promise<Platform[]> {
  const rows = await db
    .selectFrom('platform')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(platformFrom);
}

export async function platformOf(db: Db, schoolId: string, id: string): Promise<Platform | undefined> {
  const row = await db
    .selectFrom('platform')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && platformFrom(row);
}

export type NewPlatform = Omit<CatalogueEntry, 'retired'> & { readonly id: string; readonly retiredAt: string | null };

export async function insertPlatforms(db: Db, schoolId: string, platforms: readonly NewPlatform[]): Promise<void> {
  await db
    .insertInto('platform')
    .values(
      platforms.map((platform) => ({
        school_id: schoolId,
        id: platform.id,
        key: platform.key,
        name: platform.name,
        kind: platform.kind,
        connector: platform.connector,
        words_limit: platform.wordsLimit,
        counting: platform.counting,
        composer_url: platform.composerUrl,
        hosts: [...platform.hosts],
        source: platform.source,
        checked_on: platform.checkedOn,
        retired_at: platform.retiredAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['school_id', 'key']).doNothing())
    .execute();
}

export type PlatformChange = Pick<
  Platform,
  'name' | 'kind' | 'wordsLimit' | 'counting' | 'composerUrl' | 'hosts' | 'source'
>;

export const updatePlatformRow = (db: Db, schoolId: string, id: string, set: PlatformChange, checkedOn: string) =>
  db
    .updateTable('platform')
    .set({
      name: set.name,
      kind: set.kind,
      words_limit: set.wordsLimit,
      counting: set.counting,
      composer_url: set.composerUrl,
      hosts: set.hosts,
      source: set.source,
      checked_on: checkedOn,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const retirePlatformRow = (db: Db, schoolId: string, id: string, now: string) =>
  db
    .updateTable('platform')
    .set({ retired_at: now })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute();

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
    .innerJoin('platform as p', (join) => join.onRef('p.school_id', '=', 'a.school_id').onRef('p.id', '=', 'a.platform_id'))
    .select(['a.id', 'p.name as platformName', 'p.connector', 'a.name', 'a.handle', 'a.address', 'a.purpose'])
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

export interface AuthorityRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly scope: AuthorityScope;
  readonly grantedBy: string | null;
  readonly grantedAt: string;
}

function liveAuthorities(db: Db, schoolId: string) {
  return db
    .selectFrom('authority')
    .select([
      'id',
      'account_id as accountId',
      'person_id as personId',
      'scope',
      'granted_by as grantedBy',
      'granted_at as grantedAt',
    ])
    .$narrowType<{ scope: AuthorityScope }>()
    .where('school_id', '=', schoolId)
    .where('ended_at', 'is', null);
}

/** Authority held today over these accounts. */
export const authoritiesOf = (db: Db, schoolId: string, accountIds: readonly string[]): Promise<AuthorityRow[]> =>
  liveAuthorities(db, schoolId)
    .where((eb) => eb('account_id', '=', eb.fn.any(eb.val([...accountIds]))))
    .orderBy('granted_at')
    .orderBy('id')
    .execute();

export const authoritiesOfPerson = (db: Db, schoolId: string, personId: string): Promise<AuthorityRow[]> =>
  liveAuthorities(db, schoolId).where('person_id', '=', personId).execute();

/** Accounts in use that a person may write for. */
export async function authorisedAccounts(db: Db, schoolId: string, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('authority')
    .innerJoin('account', (join) =>
      join.onRef('account.school_id', '=', 'authority.school_id').onRef('account.id', '=', 'authority.account_id'),
    )
    .select('account.id')
    .distinct()
    .where('authority.school_id', '=', schoolId)
    .where('authority.person_id', '=', personId)
    .where('authority.ended_at', 'is', null)
    .where('account.closed_on', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export interface AuthorityHolder {
  readonly personId: string;
  readonly name: string;
  /** Authority over an account has no deputy: it is granted to each person. */
  readonly deputyId: null;
  readonly away: boolean;
}

/** Who may write for an account, or who runs it, of those at the school today; whoever runs it may also write. */
export async function peopleWithAuthority(
  db: Db,
  schoolId: string,
  accountId: string,
  scope: AuthorityScope,
  today: string,
): Promise<AuthorityHolder[]> {
  const scopes: AuthorityScope[] = scope === 'draft' ? ['draft', 'run'] : ['run'];
  const { rows } = await sql<AuthorityHolder>`
    select p.id as "personId", coalesce(nullif(p.preferred_name, ''), p.first_name) || ' ' || p.last_name as name,
           null as "deputyId",
           exists (select from absence a where a.school_id = ${schoolId} and a.person_id = p.id
                    and ${today}::date between a.starts_on and a.ends_on) as away
      from (select person_id, min(granted_at) as since from authority
             where school_id = ${schoolId} and account_id = ${accountId} and scope = any(${scopes}::text[]) and ended_at is null
             group by person_id) held
      join person p on p.school_id = ${schoolId} and p.id = held.person_id
     where p.ended_on is null or p.ended_on >= ${today}
     order by held.since, p.id`.execute(db);
  return rows;
}

export interface NewAuthority {
  readonly id: string;
  readonly personId: string;
  readonly scope: AuthorityScope;
  readonly grantedBy: string;
}

/** Granted twice, held once. */
export async function insertAuthority(
  db: Db,
  schoolId: string,
  account: Allowed<AccountFacts>,
  authority: NewAuthority,
  now: string,
): Promise<void> {
  await db
    .insertInto('authority')
    .values({
      school_id: schoolId,
      id: authority.id,
      account_id: account.id,
      person_id: authority.personId,
      scope: authority.scope,
      granted_by: authority.grantedBy,
      granted_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'account_id', 'person_id', 'scope']).where('ended_at', 'is', null).doNothing(),
    )
    .execute();
}

/** @returns how many grants ended */
export async function endAuthorities(
  db: Db,
  schoolId: string,
  which: { readonly accountId?: string; readonly personId?: string; readonly scope?: AuthorityScope },
  by: string | null,
  now: string,
): Promise<number> {
  let query = db
    .updateTable('authority')
    .set({ ended_at: now, ended_by: by })
    .where('school_id', '=', schoolId)
    .where('ended_at', 'is', null);
  if (which.accountId !== undefined) query = query.where('account_id', '=', which.accountId);
  if (which.personId !== undefined) query = query.where('person_id', '=', which.personId);
  if (which.scope !== undefined) query = query.where('scope', '=', which.scope);
  return (await query.returning('id').execute()).length;
}

export interface RequestRow {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly scope: AuthorityScope;
  readonly reason: string;
  readonly askedAt: string;
}

export const openRequests = (db: Db, schoolId: string, accountIds: readonly string[]): Promise<RequestRow[]> =>
  db
    .selectFrom('authority_request')
    .select(['id', 'account_id as accountId', 'person_id as personId', 'scope', 'reason', 'asked_at as askedAt'])
    .$narrowType<{ scope: AuthorityScope }>()
    .where('school_id', '=', schoolId)
    .where('settled_at', 'is', null)
    .where((eb) => eb('account_id', '=', eb.fn.any(eb.val([...accountIds]))))
    .orderBy('asked_at')
    .orderBy('id')
    .execute();

/** Asked twice, it waits once. */
export async function insertRequest(
  db: Db,
  schoolId: string,
  request: Omit<RequestRow, 'askedAt'>,
  now: string,
): Promise<void> {
  await db
    .insertInto('authority_request')
    .values({
      school_id: schoolId,
      id: request.id,
      account_id: request.accountId,
      person_id: request.personId,
      scope: request.scope,
      reason: request.reason,
      asked_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'account_id', 'person_id', 'scope']).where('settled_at', 'is', null).doNothing(),
    )
    .execute();
}

/** @returns how many requests this settled */
export async function settleRequests(
  db: Db,
  schoolId: string,
  which: { readonly accountId: string; readonly personId: string; readonly scopes: readonly AuthorityScope[] },
  outcome: 'granted' | 'declined',
  by: string,
  now: string,
): Promise<number> {
  const rows = await db
    .updateTable('authority_request')
    .set({ outcome, settled_by: by, settled_at: now })
    .where('school_id', '=', schoolId)
    .where('account_id', '=', which.accountId)
    .where('person_id', '=', which.personId)
    .where('scope', 'in', [...which.scopes])
    .where('settled_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}
