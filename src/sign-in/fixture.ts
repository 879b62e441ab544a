// For tests: sign-in on a database of its own, with a clock that is moved by hand and every event kept.
import { randomBytes, scryptSync } from 'node:crypto';
import pg from 'pg';
import { openPlainPool } from '#db/pool.ts';
import { movableClock } from '#kernel/clock.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { openTestDatabase } from '#test/database/open.ts';
import { createOTP } from '@better-auth/utils/otp';
import { instantOf, instantOrNull } from './instants.ts';
import { SIGN_IN_CONNECTION, type CookieToSet, type SignIn, type SignInEvent, type SignInOptions } from './port.ts';
import { createSignIn } from './sign-in.ts';

export const NGOZI = { email: 'ngozi@example.sch.uk', password: 'plum kettle orbit fen', name: 'Ngozi Okafor' };
export const FROM = { ip: '192.0.2.7', userAgent: 'Firefox on Windows' };
const START = '2026-11-20T09:00:00Z';
export const HOME = 'https://gatepost.example.sch.uk';

export async function signInFixture() {
  const database = await openTestDatabase();
  const openSignInPool = () =>
    openPlainPool(database.owner, SIGN_IN_CONNECTION.options, 4, (error) => {
      throw error;
    });
  const pool = openSignInPool();
  const app = new pg.Pool({ ...database.app, max: 2 });
  const clock = movableClock(START);
  const events: SignInEvent[] = [];
  const reports: string[] = [];
  const options: SignInOptions = {
    pool,
    keyring: keyringOf([new Secret(new Uint8Array(randomBytes(32)))]),
    origin: HOME,
    clock,
    onEvent: async (event) => void events.push(event),
    report: (message) => void reports.push(message),
  };
  const signIn = await createSignIn(options);
  return {
    signIn,
    options,
    clock,
    pool,
    app,
    events,
    reports,
    openSignInPool,
    kinds: () => events.map(({ kind }) => kind),
    /** What the rest of Gatepost sees of a browser with these cookies; null if nobody is signed in. */
    async live(header: string | null) {
      const found = signIn.sessionOf(header);
      if (found === null) return null;
      const { rows } = await app.query<LiveRow>('select * from app.session($1, $2)', [
        found.tokenSha256,
        clock.now().toString(),
      ]);
      return rows[0] === undefined ? null : live(rows[0]);
    },
    /** As at the start, for the next test: nobody, no guesses, nine o'clock. */
    async empty() {
      await pool.query('delete from sign_in.login');
      await pool.query('delete from sign_in.guess');
      await pool.query('delete from sign_in.challenge');
      events.length = 0;
      clock.set(START);
    },
    async close() {
      await Promise.all([pool.end(), app.end()]);
      await database.drop();
    },
  };
}
export type Fixture = Awaited<ReturnType<typeof signInFixture>>;

interface LiveRow {
  session_id: string;
  login_id: string;
  email: string;
  expires_at: Date;
  password_at: Date;
  factor_at: Date | null;
  has_app: boolean;
  passkeys: string[];
}

const live = (row: LiveRow) => ({
  sessionId: row.session_id,
  loginId: row.login_id,
  email: row.email,
  expiresAt: instantOf(row.expires_at),
  passwordAt: instantOf(row.password_at),
  factorAt: instantOrNull(row.factor_at),
  hasSecondFactor: row.has_app || row.passkeys.length > 0,
});

/** The `Cookie` header a browser would send after these. */
export function headerOf(cookies: readonly CookieToSet[]): string {
  const kept = cookies.filter(({ value }) => value !== '');
  return kept.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

export async function newLogin(signIn: SignIn, login = NGOZI): Promise<string> {
  const made = await signIn.createLogin(login);
  if (made.kind !== 'created') throw new Error(`no login: ${made.kind}`);
  return made.loginId;
}

/** The same, its password then kept at hardly any cost, which each hash names: at the real one, these tests would do little but hash. */
export async function quickLogin({ signIn, pool }: Pick<Fixture, 'signIn' | 'pool'>, login = NGOZI): Promise<string> {
  const loginId = await newLogin(signIn, login);
  const salt = randomBytes(16);
  const key = scryptSync(login.password.normalize('NFKC'), salt, 32, { N: 16, r: 8, p: 1 });
  const hash = ['scrypt', 4, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
  await pool.query('update sign_in.credential set password = $2 where login_id = $1', [loginId, hash]);
  return loginId;
}

/** Signs in by password alone and says what the browser then sends. */
export async function browserOf(signIn: SignIn, login = NGOZI, from = FROM): Promise<string> {
  const answer = await signIn.signIn({ ...login, cookieHeader: null, ...from });
  if (answer.kind !== 'session') throw new Error(`not signed in: ${answer.kind}`);
  return headerOf(answer.cookies);
}

/** An authenticator app: the code it shows at a moment. */
export function appWith(secret: string) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret)
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    parseInt(bits.slice(i * 8, i * 8 + 8), 2),
  );
  const seed = Buffer.from(bytes).toString('latin1');
  return (at: Temporal.Instant) => createOTP(seed).hotp(Math.floor(at.epochMilliseconds / 30_000));
}
