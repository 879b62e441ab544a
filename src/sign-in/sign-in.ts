// Sign-in, put together: passwords, second factors, sessions and their cookies. Read this file first.
import { translated } from '#db/failures.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { deriveKey, keyNamed, keyringFor } from '#kernel/keyring.ts';
import { reveal } from '#kernel/secret.ts';
import { authenticatorsIn } from './authenticators.ts';
import { challengesIn, type Challenges } from './challenges.ts';
import { cookieGone, sha256, tokenIn } from './cookies.ts';
import type { CookieRules } from './cookies.ts';
import { openEngine } from './engine.ts';
import { factorSteps } from './factors.ts';
import { guessesIn } from './guesses.ts';
import { loginsIn } from './logins.ts';
import { telling } from './parts.ts';
import type { Parts } from './parts.ts';
import { passkeySteps } from './passkey-steps.ts';
import { passkeysIn } from './passkeys.ts';
import { passwordJudge } from './password-rules.ts';
import { passwordSteps } from './passwords.ts';
import { placesIn } from './places.ts';
import type { SignIn, SignInOptions } from './port.ts';
import { providerSteps } from './providers/provider-steps.ts';
import { recoveryCodesIn } from './recovery-codes.ts';
import { sessionsIn } from './sessions.ts';
import { inTurns } from './turns.ts';

/** So many secrets are hashed at once, and so many may wait: about ten seconds' worth. */
const HASHED_AT_ONCE = 2;
const HASHES_WAITING = 100;
const USE_NOTED_EVERY_SECONDS = 60;

export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  const { pool, keyring, clock, origin } = options;
  const secrets = secretsOf(keyring, 'sign-in cookies');
  const rules: CookieRules = { secure: origin.startsWith('https:'), secrets };
  const engine = await openEngine(options, secrets[0]);
  const inTurn = inTurns(HASHED_AT_ONCE, HASHES_WAITING);
  const challenges = challengesIn(pool, secretsOf(keyring, 'passkey challenges'));
  const parts: Parts = {
    guesses: guessesIn(pool, secretsOf(keyring, 'sign-in guesses')[0]),
    judge: passwordJudge(),
    logins: loginsIn(engine, inTurn),
    apps: authenticatorsIn(pool, keyringFor(keyring, 'totp')),
    passkeys: passkeysIn(pool, challenges, origin),
    codes: recoveryCodesIn(pool, inTurn),
    places: placesIn(pool, secretsOf(keyring, 'sign-in places')),
    sessions: sessionsIn(engine, pool, rules),
    now: () => clock.now(),
    ...telling(options),
  };
  const { wayBack, sweep: sweepProviders, ...away } = providerSteps(parts, { ...options, rules });
  const steps = {
    ...passwordSteps(parts),
    ...factorSteps(parts),
    ...passkeySteps(parts),
    ...leaving(parts, rules, challenges, sweepProviders),
  };
  return {
    sessionOf: (header) => sessionOf(rules, header),
    use: (sessionId, usedAt) => noteUse(parts, sessionId, usedAt),
    passkeysWork: parts.passkeys.work,
    providers: { ...translating(away), wayBack },
    ...translating(steps),
  };
}

/** What the database throws comes out as a failure of the closed list, such as `unavailable` while it is restarted. */
function translating<T extends Record<keyof T, (...input: never[]) => Promise<unknown>>>(steps: T): T {
  const translatingOne =
    (step: (...input: never[]) => Promise<unknown>) =>
    (...input: never[]) =>
      step(...input).catch((error: unknown) => {
        throw translated(error);
      });
  const names = Object.keys(steps) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, translatingOne(steps[name])])) as T;
}

function sessionOf(rules: CookieRules, cookieHeader: string | null) {
  const token = tokenIn(rules, 'session', cookieHeader);
  return token === null ? null : { tokenSha256: sha256(token) };
}

/** Written down once a minute at most, and no answer waits for it. */
function noteUse({ sessions, now, later }: Parts, sessionId: string, usedAt: Temporal.Instant): void {
  const at = now();
  if (at.since(usedAt).total('seconds') <= USE_NOTED_EVERY_SECONDS) return;
  later(sessions.use(sessionId, at), 'it could not be noted that a session is in use');
}

type Leaving = Pick<SignIn, 'signOut' | 'signOutEverywhere' | 'sessions' | 'endSession' | 'sweep' | 'idle'>;

function leaving(
  { sessions, guesses, places, now, tell, idle }: Parts,
  rules: CookieRules,
  challenges: Challenges,
  sweepProviders: () => Promise<void>,
): Leaving {
  return {
    async signOut(cookieHeader) {
      const loginId = await sessions.end(cookieHeader);
      if (loginId !== null) await tell('signed-out', loginId);
      return { cookies: [cookieGone(rules, 'session'), cookieGone(rules, 'second-step')] };
    },
    async signOutEverywhere(loginId) {
      const ended = await sessions.endAll(loginId);
      await tell('signed-out-everywhere', loginId);
      return ended;
    },
    sessions: (loginId) => sessions.list(loginId, now()),
    async endSession(session) {
      const ended = await sessions.endOne(session);
      if (ended) await tell('signed-out', session.loginId);
      return ended;
    },
    idle,
    async sweep() {
      await sessions.sweep(now());
      await guesses.sweep(now());
      await challenges.sweep(now());
      await places.sweep(now());
      await sweepProviders();
    },
  };
}

/** One secret for each key of the ring, the one in use first: after a change of key nobody is signed out. */
function secretsOf(ring: Keyring, purpose: string): [string, ...string[]] {
  const secret = (id: string) => Buffer.from(reveal(deriveKey(keyNamed(ring, id), purpose))).toString('base64url');
  const older = [...ring.keys.keys()].filter((id) => id !== ring.current);
  return [secret(ring.current), ...older.map(secret)];
}
