// Every statement of sign-in about providers: what is set up, which accounts are joined to which logins, ways back that are used up.
import type { Pool } from 'pg';
import { newId } from '#kernel/id.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { openText } from '#kernel/secret-box.ts';
import { Secret } from '#kernel/secret.ts';
import { sha256 } from '../cookies.ts';
import { instantOf } from '../instants.ts';
import type { Identity, ProviderKind } from './claims.ts';
import type { LinkedAccount, OfferedProvider, Provider } from './port.ts';

/** Ties a locked client secret to its provider. */
export const secretContext = (providerId: string): string => `identity-provider/${providerId}`;

interface ProviderRow {
  id: string;
  school_id: string;
  school_name: string;
  kind: ProviderKind;
  label: string;
  issuer: string;
  client_id: string;
  secret_box: Buffer | null;
  domains: string[];
  tenant: string;
  asks_second_step: boolean;
  shared: boolean;
  enabled: boolean;
}

export async function providerNamed(pool: Pool, ring: Keyring, id: string): Promise<Provider | null> {
  const { rows } = await pool.query<ProviderRow>('select * from app.identity_provider($1)', [id]);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    ...offer(row),
    kind: row.kind,
    issuer: row.issuer,
    clientId: row.client_id,
    secret: row.secret_box === null ? null : new Secret(openText(ring, row.secret_box, secretContext(row.id))),
    domains: row.domains,
    tenant: row.tenant,
    asksSecondStep: row.asks_second_step,
    enabled: row.enabled,
  };
}

type OfferedRow = Pick<ProviderRow, 'id' | 'school_id' | 'school_name' | 'label' | 'shared'>;
const offer = (row: OfferedRow): OfferedProvider => ({
  id: row.id,
  schoolId: row.school_id,
  schoolName: row.school_name,
  label: row.label,
  shared: row.shared,
});

export const offeredProviders = async (pool: Pool): Promise<OfferedProvider[]> =>
  (await pool.query<OfferedRow>('select * from app.offered_providers()')).rows.map(offer);

/** Uses a way back up. @returns false when it was used before */
export async function useReturn(pool: Pool, state: string, expiresAt: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await pool.query(
    'insert into sign_in.used_return (state_sha256, expires_at) values ($1, $2) on conflict do nothing',
    [sha256(state), expiresAt.toString()],
  );
  return rowCount === 1;
}

export const forgetReturns = (pool: Pool, at: Temporal.Instant) =>
  pool.query('delete from sign_in.used_return where expires_at <= $1', [at.toString()]);

export async function loginJoinedTo(pool: Pool, { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>) {
  const { rows } = await pool.query<{ login_id: string }>(
    'select login_id from sign_in.identity where issuer = $1 and subject = $2',
    [issuer, subject],
  );
  return rows[0]?.login_id ?? null;
}

export async function loginWithEmail(pool: Pool, email: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>('select id from sign_in.login where email = $1', [email]);
  return rows[0]?.id ?? null;
}

/** @returns the login with this address, made now if there was none */
export async function loginMadeFor(
  pool: Pool,
  { email, name }: { email: string; name: string },
  at: Temporal.Instant,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const id = newId(at);
  const { rowCount } = await pool.query(
    `insert into sign_in.login (id, email, email_verified, name, created_at, updated_at)
     values ($1, $2, true, $3, $4, $4) on conflict (email) do nothing`,
    [id, email, name, at.toString()],
  );
  return rowCount === 1 ? { id, isNew: true } : { id: (await loginWithEmail(pool, email))!, isNew: false };
}

interface NewLink {
  readonly loginId: string;
  readonly providerId: string;
  readonly identity: Identity;
}

/** @returns whose account it is now, and whether that is new */
export async function joinIdentity(
  pool: Pool,
  { loginId, providerId, identity }: NewLink,
  at: Temporal.Instant,
): Promise<{ readonly loginId: string | null; readonly isNew: boolean }> {
  const { rowCount } = await pool.query(
    `insert into sign_in.identity (issuer, subject, login_id, provider_id, email, linked_at, last_used_at)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing`,
    [identity.issuer, identity.subject, loginId, providerId, identity.email, at.toString()],
  );
  return { loginId: await loginJoinedTo(pool, identity), isNew: rowCount === 1 };
}

/** @returns whether there was one to take away */
export async function partIdentity(pool: Pool, loginId: string, issuer: string, subject: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'delete from sign_in.identity where login_id = $1 and issuer = $2 and subject = $3',
    [loginId, issuer, subject],
  );
  return rowCount === 1;
}

export const partAll = (pool: Pool, loginId: string) =>
  pool.query('delete from sign_in.identity where login_id = $1', [loginId]);

interface IdentityRow {
  issuer: string;
  subject: string;
  provider_id: string;
  email: string;
  linked_at: Date;
  last_used_at: Date;
}

export async function identitiesOf(pool: Pool, loginId: string): Promise<LinkedAccount[]> {
  const { rows } = await pool.query<IdentityRow>(
    `select issuer, subject, provider_id, email, linked_at, last_used_at from sign_in.identity
      where login_id = $1 order by linked_at, issuer, subject`,
    [loginId],
  );
  return rows.map((row) => ({
    issuer: row.issuer,
    subject: row.subject,
    providerId: row.provider_id,
    email: row.email,
    linkedAt: instantOf(row.linked_at),
    lastUsedAt: instantOf(row.last_used_at),
  }));
}

export async function loginHasPassword(pool: Pool, loginId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from sign_in.credential where login_id = $1 and provider_id = 'credential' and password is not null`,
    [loginId],
  );
  return rowCount === 1;
}

export const noteSession = (pool: Pool, sessionId: string, { id, shared, schoolId }: OfferedProvider) =>
  pool.query('insert into sign_in.provider_session (session_id, provider_id, only_school) values ($1, $2, $3)', [
    sessionId,
    id,
    shared ? null : schoolId,
  ]);

export const noteUse = (pool: Pool, providerId: string, { issuer, subject }: Identity, at: Temporal.Instant) =>
  pool.query('update sign_in.identity set last_used_at = $3, provider_id = $4 where issuer = $1 and subject = $2', [
    issuer,
    subject,
    at.toString(),
    providerId,
  ]);
