// Hands the browser the cookies that sign-in made: plain values there, a framework's cookies here.
import type { Cookies } from '@sveltejs/kit';

interface CookieToGive {
  readonly name: string;
  readonly value: string;
  readonly attributes: {
    readonly path: '/';
    readonly httpOnly: boolean;
    readonly sameSite: 'lax';
    readonly secure: boolean;
    readonly maxAge: number;
  };
}

export function giveCookies(cookies: Cookies, given: readonly CookieToGive[]): void {
  for (const { name, value, attributes } of given) cookies.set(name, value, attributes);
}
