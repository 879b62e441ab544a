// The demo's sign-in links: whoever opens one is that invented person. They exist only while a demo runs.
import { createHmac, randomBytes } from 'node:crypto';
import { reveal, type Secret } from '#kernel/secret.ts';
import type { CookieToSet, From, SignIn } from '#sign-in/port.ts';

export interface SignInLinks {
  /** @returns a path that lets anybody in as the person with this address, until the demo is stopped */
  make(email: string): string;
  /** Null when there is no such link, or its person has chosen a password of their own. */
  follow(key: string, browser: From & { readonly cookieHeader: string | null }): Promise<Followed | null>;
}

export interface Followed {
  readonly next: '/today' | '/sign-in/code';
  readonly cookies: readonly CookieToSet[];
}

export function createSignInLinks(signIn: Pick<SignIn, 'signIn'>, secret: Secret): SignInLinks {
  const people = new Map<string, string>();
  return {
    make(email) {
      const key = randomBytes(18).toString('base64url');
      people.set(key, email);
      return `/demo/${key}`;
    },
    async follow(key, browser) {
      const email = people.get(key);
      if (email === undefined) return null;
      const answer = await signIn.signIn({ email, password: passwordOf(email, secret), ...browser });
      if (answer.kind === 'session') return { next: '/today', cookies: answer.cookies };
      if (answer.kind === 'second-factor') return { next: '/sign-in/code', cookies: answer.cookies };
      return null;
    },
  };
}

/** What an invented person signs in with. Nobody is ever told; the links know it from the demo's secret. */
export const passwordOf = (email: string, secret: Secret): string =>
  createHmac('sha256', reveal(secret)).update(email).digest('base64url');
