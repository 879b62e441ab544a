// The demo's sign-in links: whoever opens one is that invented person. They exist only while a demo runs.
import { createHmac, randomBytes } from 'node:crypto';
import { reveal, type Secret } from '#kernel/secret.ts';
import type { CookieToSet, From, SignIn } from '#sign-in/port.ts';
import { passSecondStep } from './second-step.ts';

export interface SignInLinks {
  /**
   * @param secondStep the demo has joined an app for this person, and passes the second step for them too
   * @returns a path that lets anybody in as the person with this address, until the demo is stopped
   */
  make(email: string, secondStep?: 'passed'): string;
  /** Null when there is no such link, or its person has chosen a password of their own. */
  follow(key: string, browser: From & { readonly cookieHeader: string | null }): Promise<Followed | null>;
}

export interface Followed {
  readonly next: '/today' | '/sign-in/code';
  readonly cookies: readonly CookieToSet[];
}

export function createSignInLinks(
  signIn: Pick<SignIn, 'signIn' | 'makeRecoveryCodes' | 'verifyRecoveryCode' | 'providers'>,
  secret: Secret,
): SignInLinks {
  const people = new Map<string, { readonly email: string; readonly isPassed: boolean }>();
  return {
    make(email, secondStep) {
      const key = randomBytes(18).toString('base64url');
      people.set(key, { email, isPassed: secondStep === 'passed' });
      return `/demo/${key}`;
    },
    async follow(key, browser) {
      const person = people.get(key);
      if (person === undefined) return null;
      const { email, isPassed } = person;
      const answer = await signIn.signIn({ email, password: passwordOf(email, secret), ...browser });
      if (answer.kind === 'session') return { next: '/today', cookies: answer.cookies };
      if (answer.kind !== 'second-factor') return null;
      const passed = isPassed ? await passSecondStep(signIn, email, answer.cookies, browser) : null;
      return passed === null ? { next: '/sign-in/code', cookies: answer.cookies } : { next: '/today', cookies: passed };
    },
  };
}

/** What an invented person signs in with. Nobody is ever told; the links know it from the demo's secret. 96 bits: judging a longer one takes long. */
export const passwordOf = (email: string, secret: Secret): string =>
  createHmac('sha256', reveal(secret)).update(email).digest('base64url').slice(0, 16);
