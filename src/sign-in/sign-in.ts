// Sign-in, put together: passwords, second factors, sessions and their cookies. Read this file first.
import { translated } from '#db/failures.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { deriveKey, keyNamed, keyringFor } from '#kernel/keyring.ts';
import { reveal } from '#kernel/secret.ts';
import { authenticatorsIn } from './authenticators.ts';
import { cookieGone, sha256, tokenIn } from './cookies.ts';
import type { CookieRules } from './cookies.ts';
import { openEngine } from './engine.ts';
import { factorSteps } from './factors.ts';
import { guessesIn } from './guesses.ts';
import { loginsIn } from './logins.ts';
import { telling } from './parts.ts';
import type { Parts } from './parts.ts';
import { passwordJudge } from './password-rules.ts';
import { passwordSteps } from './passwords.ts';
import type { SignIn, SignInOptions } from './port.ts';
import { sessionsIn } from './sessions.ts';

export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  const { pool, keyring, clock, origin } = options;
  const secrets = secretsOf(keyring, 'sign-in cookies');
  const rules: CookieRules = { secure: origin.startsWith('https:'), secrets };
  const engine = await openEngine(options, secrets[0]);
  const parts: Parts = {
    guesses: guessesIn(pool, secretsOf(keyring, 'sign-in guesses')[0]),
    judge: passwordJudge(),
    logins: loginsIn(engine),
    apps: authenticatorsIn(pool, keyringFor(keyring, 'totp')),
    sessions: sessionsIn(engine, pool, rules),
    now: () => clock.now(),
    ...telling(options),
  };
  const steps = { ...passwordSteps(parts), ...factorSteps(parts), ...leaving(parts, rules) };
  return { sessionOf: (header) => sessionOf(rules, header), ...translating(steps) };
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

type Leaving = Pick<SignIn, 'signOut' | 'signOutEverywhere' | 'sessions' | 'endSession' | 'sweep' | 'idle'>;

function leaving({ sessions, guesses, now, tell, idle }: Parts, rules: CookieRules): Leaving {
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
    },
  };
}

/** One secret for each key of the ring, the one in use first: after a change of key nobody is signed out. */
function secretsOf(ring: Keyring, purpose: string): [string, ...string[]] {
  const secret = (id: string) => Buffer.from(reveal(deriveKey(keyNamed(ring, id), purpose))).toString('base64url');
  const older = [...ring.keys.keys()].filter((id) => id !== ring.current);
  return [secret(ring.current), ...older.map(secret)];
}
