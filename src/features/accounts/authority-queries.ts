// Statements about authority over accounts, and about who asks for it.
import { sql } from 'kysely';
import type { Allowed } from '#kernel/access.ts';
import type { Db } from '#kernel/context.ts';
import type { AccountFacts, AuthorityScope } from './access.ts';

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
