// The demo's sign-in links: whoever opens one is that invented person. They exist only while a demo runs.
import { randomBytes } from 'node:crypto';
import type { CookieToSet, From, SignIn } from '#sign-in/port.ts';

export interface Invented {
  readonly loginId: string;
  readonly email: string;
}

export interface SignInLinks {
  /** @returns a path that lets anybody in as this person until the demo is stopped */
  make(person: Invented): string;
  /** @returns cookies of a new session, or of its second step where the person has an authenticator app; null when there is no such link */
  follow(key: string, browser: From & { readonly cookieHeader: string | null }): Promise<Followed | null>;
}

export interface Followed {
  readonly next: '/today' | '/sign-in/code';
  readonly cookies: readonly CookieToSet[];
}

export function createSignInLinks(signIn: Pick<SignIn, 'setPassword' | 'signIn'>): SignInLinks {
  const people = new Map<string, Invented>();
  return {
    make(person) {
      const key = randomBytes(18).toString('base64url');
      people.set(key, person);
      return `/demo/${key}`;
    },
    async follow(key, browser) {
      const person = people.get(key);
      if (!person) return null;
      // Nobody ever knows a password of the demo: each use of a link makes another and forgets it.
      const password = randomBytes(24).toString('base64url');
      await signIn.setPassword({ loginId: person.loginId, password });
      const answer = await signIn.signIn({ email: person.email, password, ...browser });
      if (answer.kind === 'session') return { next: '/today', cookies: answer.cookies };
      if (answer.kind === 'second-factor') return { next: '/sign-in/code', cookies: answer.cookies };
      return null;
    },
  };
}
