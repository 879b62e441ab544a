// Whose request is this? A session cookie or a personal access token → an actor, read afresh every time.
import type pg from 'pg';
import { visitor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import type { Clock } from '#kernel/clock.ts';
import { dayOf } from '#features/people/index.ts';
import { TRUST_LEAD } from '#features/schools/index.ts';
import type { SignIn } from '#sign-in/port.ts';
import { translated } from '#db/failures.ts';

/** A school where the signed-in person belongs. */
export interface Membership {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly personId: string;
  readonly jobTitle: string;
  /**
   * The day (ISO 8601) from which nothing may be done there without a second factor; null where none is asked for,
   * and for whoever has one.
   */
  readonly secondFactorDue: string | null;
}

/** A trust that the signed-in person may act for. */
export interface Leadership {
  readonly trustId: string;
  readonly trustName: string;
  readonly jobTitle: string;
  /** The same person in the trust's scope, where they see nothing of any school but what it publishes. */
  readonly actor: PersonActor;
}

export interface Identified {
  readonly actor: Actor;
  /** Empty for anybody who is not signed in with a session. */
  readonly memberships: readonly Membership[];
  readonly leads: readonly Leadership[];
  readonly session: {
    readonly sessionId: string;
    readonly loginId: string;
    readonly email: string;
    readonly hasApp: boolean;
    /** Names of the passkeys, as browsers know them. */
    readonly passkeys: readonly string[];
    readonly hasSecondFactor: boolean;
    /** It began at Google, Microsoft or another provider, not with a password. */
    readonly byProvider: boolean;
  } | null;
}

interface Row {
  session_id: string;
  login_id: string;
  email: string;
  used_at: string;
  password_at: string;
  factor_at: string | null;
  has_app: boolean;
  passkeys: string[];
  by_provider: boolean;
  /** The provider that this session came by has asked for a second step itself. */
  factor_there: boolean;
  school_id: string | null;
  school_name: string;
  person_id: string;
  name: string;
  job_title: string;
  roles: string[];
  factor_due: string | null;
  trusts: readonly { trust_id: string; trust_name: string; lead_id: string; name: string; job_title: string }[];
}

interface TokenRow {
  school_id: string;
  id: string;
  scopes: string[];
  login_id: string | null;
  person_id: string;
  name: string;
  roles: string[];
  factor_due: string | null;
}

export interface Identifier {
  bySession(cookieHeader: string | null, schoolId: string | null): Promise<Identified>;
  byToken(token: string): Promise<Actor | null>;
}

const NOBODY: Identified = { actor: visitor(null), memberships: [], leads: [], session: null };

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
      const now = clock.now();
      const rows = await ask<Row>(
        'identify-session',
        `select s.session_id, s.login_id, s.email, s.used_at, s.password_at, s.factor_at, s.has_app, s.passkeys, p.*,
                v.asks_second_step is not null as by_provider,
                coalesce(v.asks_second_step, false) as factor_there, t.trusts,
                case when s.has_app or cardinality(s.passkeys) > 0 or v.asks_second_step
                       or cardinality(p.second_factor_roles) = 0 then null
                     else app.second_factor_due(p.school_id, p.person_id, $3) end as factor_due
           from app.session($1, $2) s left join lateral app.provider_of_session(s.session_id) v on true
           left join lateral (select coalesce(json_agg(l), '[]') as trusts from app.trusts_of_login(s.login_id) l
                              where v.only_school is null) t on true
           left join lateral app.persons_of_login(s.login_id, $2) p
             on v.only_school is null or p.school_id = v.only_school`,
        [session.tokenSha256, now.toString(), dayOf(now)],
      );
      const [first] = rows;
      if (first !== undefined) signIn.use(first.session_id, Temporal.Instant.from(first.used_at));
      return identified(rows, schoolId, dayOf(now));
    },
    async byToken(token) {
      const now = clock.now();
      const rows = await ask<TokenRow>(
        'identify-token',
        `select t.*, case when app.has_second_factor(t.login_id) then null
                          else app.second_factor_due(t.school_id, t.person_id, $3) end as factor_due
           from app.access_token($1, $2) t`,
        [sha256(token), now.toString(), dayOf(now)],
      );
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
        ...dueBy(row, dayOf(now)),
      };
    },
  };
}

function identified(rows: readonly Row[], schoolId: string | null, today: string): Identified {
  const first = rows[0];
  if (!first) return NOBODY;
  const session = {
    sessionId: first.session_id,
    loginId: first.login_id,
    email: first.email,
    hasApp: first.has_app,
    passkeys: first.passkeys,
    hasSecondFactor: hasSecondFactor(first),
    byProvider: first.by_provider,
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
            secondFactorDue: row.factor_due,
          },
        ],
  );
  const actor = here.school_id === null ? visitor(null) : personOf(here, here.school_id, today);
  return { actor, memberships, leads: leadershipsOf(rows, today), session };
}

/**
 * Whoever acts for a trust needs a second factor from the first day, whatever a school asks of them: what they change holds
 * at every school. None for a session that a provider of one school has vouched for: that school says who its own people
 * are, and not who leads its trust.
 */
function leadershipsOf(rows: readonly Row[], today: string): Leadership[] {
  const first = rows[0]!;
  const due = hasSecondFactor(first) || first.factor_there ? null : today;
  return first.trusts.map((trust) => ({
    trustId: trust.trust_id,
    trustName: trust.trust_name,
    jobTitle: trust.job_title,
    actor: {
      kind: 'person',
      of: 'trust',
      scopeId: trust.trust_id,
      loginId: first.login_id,
      personId: trust.lead_id,
      name: trust.name,
      roles: new Set([TRUST_LEAD]),
      via: 'session',
      credentialId: first.session_id,
      factorAt: factorAt(first),
      scopes: null,
      ...dueBy({ factor_due: due }, today),
    },
  }));
}

const personOf = (row: Row, schoolId: string, today: string): PersonActor => ({
  kind: 'person',
  scopeId: schoolId,
  loginId: row.login_id,
  personId: row.person_id,
  name: row.name,
  roles: new Set(row.roles),
  via: 'session',
  credentialId: row.session_id,
  // Without a second factor the password just given is the newest proof of who it is.
  factorAt: factorAt(row),
  scopes: null,
  ...dueBy(row, today),
});

/** From the day on that a second factor is due, nothing is done without one, with a session or a token alike. */
const dueBy = ({ factor_due: due }: Pick<Row, 'factor_due'>, today: string) =>
  due === null ? {} : { factorDue: due, ...(due <= today ? { factorMissing: true as const } : {}) };

const hasSecondFactor = (row: Row): boolean => row.has_app || row.passkeys.length > 0;

function factorAt(row: Row): Temporal.Instant | null {
  const shown = hasSecondFactor(row) ? row.factor_at : row.password_at;
  return shown === null ? null : Temporal.Instant.from(shown);
}
