// Sessions and challenges: the browser holds a random token, the database its SHA-256.
import { generateRandomString } from 'better-auth/crypto';
import type { Pool } from 'pg';
import { cookieGone, cookieWith, sha256, tokenIn } from './cookies.ts';
import type { CookieRules } from './cookies.ts';
import type { Engine } from './engine.ts';
import { dateOf, instantOf, instantOrNull } from './instants.ts';
import { CHALLENGE_MINUTES } from './port.ts';
import type { CookieToSet, From, NewSession, SessionListed, SessionRef } from './port.ts';

const TOKEN_LENGTH = 32; // of 64 letters: 192 random bits
const USER_AGENT_KEPT = 200;
/** No school lets an unused session live longer. */
const LONGEST_IDLE_HOURS = 24;

export interface Sessions {
  begin(loginId: string, from: From, at: Temporal.Instant, factorAt: Temporal.Instant | null): Promise<NewSession>;
  /** The same session under a new token, with what was shown in it just now; null if it has ended meanwhile. */
  renew(session: SessionRef, at: Temporal.Instant, shown: Shown): Promise<CookieToSet[] | null>;
  /** The login whose session it was, or null. */
  end(cookieHeader: string | null): Promise<string | null>;
  /** Notes that it is in use. */
  use(sessionId: string, at: Temporal.Instant): Promise<void>;
  endOne(session: SessionRef): Promise<boolean>;
  endAll(loginId: string, except?: string): Promise<number>;
  forgetFactor(loginId: string): Promise<void>;
  list(loginId: string, at: Temporal.Instant): Promise<SessionListed[]>;
  challenge(loginId: string, at: Temporal.Instant): Promise<CookieToSet[]>;
  /** The login a second step is for. */
  challenged(cookieHeader: string | null, at: Temporal.Instant): Promise<string | null>;
  /** Uses the challenge up; false if somebody else was faster. */
  settle(cookieHeader: string | null, at: Temporal.Instant): Promise<boolean>;
  sweep(at: Temporal.Instant): Promise<void>;
}

export function sessionsIn(engine: Engine, pool: Pool, rules: CookieRules): Sessions {
  const alive = (cookieHeader: string | null, at: Temporal.Instant) => {
    const token = tokenIn(rules, 'second-step', cookieHeader);
    if (token === null) return null;
    return [
      { field: 'identifier', value: sha256(token) },
      { field: 'expiresAt', operator: 'gt' as const, value: dateOf(at) },
    ];
  };

  return {
    async begin(loginId, from, at, factorAt) {
      const token = generateRandomString(TOKEN_LENGTH);
      const seconds = await wholeSeconds(pool, loginId);
      const session = await engine.internalAdapter.createSession(
        loginId,
        false,
        {
          token: sha256(token),
          createdAt: dateOf(at),
          updatedAt: dateOf(at),
          expiresAt: dateOf(at.add({ seconds })),
          ipAddress: from.ip,
          userAgent: printable(from.userAgent).slice(0, USER_AGENT_KEPT),
          passwordAt: dateOf(at),
          factorAt: factorAt === null ? null : dateOf(factorAt),
          usedAt: dateOf(at),
        },
        true,
      );
      const cookies = [cookieWith(rules, 'session', token, seconds), cookieGone(rules, 'second-step')];
      return { kind: 'session', loginId, sessionId: session.id, cookies };
    },
    async renew(session, at, { factorAt, passwordAt }) {
      const token = generateRandomString(TOKEN_LENGTH);
      const { rows } = await pool.query<{ expires_at: Date }>(
        `update sign_in.session set token = $3, factor_at = coalesce($4, factor_at), password_at = coalesce($5, password_at),
                updated_at = $6, used_at = $6
          where id = $1 and login_id = $2 and expires_at > $6 returning expires_at`,
        [
          session.sessionId,
          session.loginId,
          sha256(token),
          factorAt?.toString() ?? null,
          passwordAt?.toString() ?? null,
          at.toString(),
        ],
      );
      if (rows[0] === undefined) return null;
      const secondsLeft = Math.floor((rows[0].expires_at.getTime() - at.epochMilliseconds) / 1000);
      return [cookieWith(rules, 'session', token, secondsLeft)];
    },
    async end(cookieHeader) {
      const token = tokenIn(rules, 'session', cookieHeader);
      if (token === null) return null;
      const { rows } = await pool.query<{ login_id: string }>(
        `delete from sign_in.session where token = $1 returning login_id`,
        [sha256(token)],
      );
      return rows[0]?.login_id ?? null;
    },
    async use(sessionId, at) {
      await pool.query({
        name: 'use-session',
        text: `update sign_in.session set used_at = $2 where id = $1 and used_at < $2`,
        values: [sessionId, at.toString()],
      });
    },
    async endOne(session) {
      const { rowCount } = await pool.query(`delete from sign_in.session where id = $1 and login_id = $2`, [
        session.sessionId,
        session.loginId,
      ]);
      return rowCount === 1;
    },
    async endAll(loginId, except) {
      await pool.query(`delete from sign_in.challenge where login_id = $1`, [loginId]);
      const { rowCount } = await pool.query(
        `delete from sign_in.session where login_id = $1 and ($2::uuid is null or id <> $2::uuid)`,
        [loginId, except ?? null],
      );
      return rowCount ?? 0;
    },
    async forgetFactor(loginId) {
      await pool.query(`update sign_in.session set factor_at = null where login_id = $1`, [loginId]);
    },
    async list(loginId, at) {
      const { rows } = await pool.query<ListedRow>(
        `select s.id, s.created_at, s.used_at, s.factor_at, s.ip_address, s.user_agent,
                least(s.expires_at, s.created_at + m.whole) as expires_at
           from sign_in.session s cross join sign_in.session_limits($1) m
          where s.login_id = $1 and s.expires_at > $2 and s.used_at + m.idle > $2 and s.created_at + m.whole > $2
          order by s.used_at desc, s.id`,
        [loginId, at.toString()],
      );
      return rows.map((row) => ({
        sessionId: row.id,
        startedAt: instantOf(row.created_at),
        usedAt: instantOf(row.used_at),
        expiresAt: instantOf(row.expires_at),
        factorAt: instantOrNull(row.factor_at),
        ip: row.ip_address ?? '',
        userAgent: row.user_agent ?? '',
      }));
    },
    async challenge(loginId, at) {
      const token = generateRandomString(TOKEN_LENGTH);
      await engine.adapter.create({
        model: 'verification',
        data: {
          identifier: sha256(token),
          value: loginId,
          expiresAt: dateOf(at.add({ minutes: CHALLENGE_MINUTES })),
          createdAt: dateOf(at),
          updatedAt: dateOf(at),
        },
      });
      return [cookieWith(rules, 'second-step', token, CHALLENGE_MINUTES * 60), cookieGone(rules, 'session')];
    },
    async challenged(cookieHeader, at) {
      const where = alive(cookieHeader, at);
      if (where === null) return null;
      return (await engine.adapter.findOne<{ value: string }>({ model: 'verification', where }))?.value ?? null;
    },
    async settle(cookieHeader, at) {
      const where = alive(cookieHeader, at);
      return where !== null && (await engine.adapter.consumeOne({ model: 'verification', where })) !== null;
    },
    async sweep(at) {
      await pool.query(`delete from sign_in.session where expires_at <= $1 or used_at <= $2`, [
        at.toString(),
        at.subtract({ hours: LONGEST_IDLE_HOURS }).toString(),
      ]);
      await pool.query(`delete from sign_in.challenge where expires_at <= $1`, [at.toString()]);
    },
  };
}

/** How long a session of this login may live, as its schools have it now. */
async function wholeSeconds(pool: Pool, loginId: string): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    `select extract(epoch from whole)::int as seconds from sign_in.session_limits($1)`,
    [loginId],
  );
  return rows[0]!.seconds;
}

interface Shown {
  readonly factorAt?: Temporal.Instant;
  readonly passwordAt?: Temporal.Instant;
}

interface ListedRow {
  id: string;
  created_at: Date;
  used_at: Date;
  expires_at: Date;
  factor_at: Date | null;
  ip_address: string | null;
  user_agent: string | null;
}

/** PostgreSQL cannot hold a zero character; nobody wants to see the other control characters. */
const printable = (text: string) => text.replace(/\p{Cc}/gu, ' ').toWellFormed();
