// Whose request is this? A session cookie or a personal access token → an actor, read afresh every time.
import type pg from 'pg';
import { visitor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import type { Clock } from '#kernel/clock.ts';
import type { SignIn } from '#sign-in/port.ts';
import { translated } from '#db/failures.ts';

/** A school where the signed-in person belongs. */
export interface Membership {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly personId: string;
  readonly jobTitle: string;
  /** Roles that must use a second factor there. */
  readonly secondFactorRoles: readonly string[];
}

export interface Identified {
  readonly actor: Actor;
  /** Empty for anybody who is not signed in with a session. */
  readonly memberships: readonly Membership[];
  readonly session: {
    readonly sessionId: string;
    readonly loginId: string;
    readonly email: string;
    readonly hasSecondFactor: boolean;
  } | null;
}

interface Row {
  session_id: string;
  login_id: string;
  email: string;
  password_at: string;
  factor_at: string | null;
  has_second_factor: boolean;
  school_id: string | null;
  school_name: string;
  person_id: string;
  name: string;
  job_title: string;
  roles: string[];
  second_factor_roles: string[];
}

interface TokenRow {
  school_id: string;
  id: string;
  scopes: string[];
  login_id: string | null;
  person_id: string;
  name: string;
  roles: string[];
}

export interface Identifier {
  bySession(cookieHeader: string | null, schoolId: string | null): Promise<Identified>;
  byToken(token: string): Promise<Actor | null>;
}

const NOBODY: Identified = { actor: visitor(null), memberships: [], session: null };

export function createIdentifier(pool: pg.Pool, signIn: SignIn, clock: Clock): Identifier {
  const ask = async <T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<T[]> => {
    try {
      return (await pool.query<T>({ name, text, values })).rows;
    } catch (error) {
      throw translated(error);
    }
  };

  return {
    async bySession(cookieHeader, schoolId) {
      const session = signIn.sessionOf(cookieHeader);
      if (!session) return NOBODY;
      const now = clock.now().toString();
      const rows = await ask<Row>(
        'identify-session',
        `select s.session_id, s.login_id, s.email, s.password_at, s.factor_at, s.has_second_factor, p.*
           from app.session($1, $2) s left join lateral app.persons_of_login(s.login_id, $2) p on true`,
        [session.tokenSha256, now],
      );
      return identified(rows, schoolId);
    },
    async byToken(token) {
      const rows = await ask<TokenRow>('identify-token', 'select * from app.access_token($1, $2)', [
        sha256(token),
        clock.now().toString(),
      ]);
      const row = rows[0];
      if (!row?.login_id) return null;
      return {
        kind: 'person',
        scopeId: row.school_id,
        loginId: row.login_id,
        personId: row.person_id,
        name: row.name,
        roles: new Set(row.roles),
        via: 'token',
        credentialId: row.id,
        factorAt: null,
        scopes: new Set(row.scopes),
      };
    },
  };
}

function identified(rows: readonly Row[], schoolId: string | null): Identified {
  const first = rows[0];
  if (!first) return NOBODY;
  const session = {
    sessionId: first.session_id,
    loginId: first.login_id,
    email: first.email,
    hasSecondFactor: first.has_second_factor,
  };
  const here = rows.find((row) => row.school_id === schoolId) ?? first;
  const memberships = rows.flatMap((row) =>
    row.school_id === null
      ? []
      : [
          {
            schoolId: row.school_id,
            schoolName: row.school_name,
            personId: row.person_id,
            jobTitle: row.job_title,
            secondFactorRoles: row.second_factor_roles,
          },
        ],
  );
  return { actor: here.school_id === null ? visitor(null) : personOf(here, here.school_id), memberships, session };
}

const personOf = (row: Row, schoolId: string): PersonActor => ({
  kind: 'person',
  scopeId: schoolId,
  loginId: row.login_id,
  personId: row.person_id,
  name: row.name,
  roles: new Set(row.roles),
  via: 'session',
  credentialId: row.session_id,
  // Without an authenticator app the password just given is the newest proof of who it is.
  factorAt: factorAt(row),
  scopes: null,
  ...(!row.has_second_factor && row.second_factor_roles.some((role) => row.roles.includes(role))
    ? { factorMissing: true }
    : {}),
});

function factorAt(row: Row): Temporal.Instant | null {
  const shown = row.has_second_factor ? row.factor_at : row.password_at;
  return shown === null ? null : Temporal.Instant.from(shown);
}
