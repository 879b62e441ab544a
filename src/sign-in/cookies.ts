// The cookies of sign-in: `<token>.<signature>`, signed as better-auth signs, so that a made-up one costs no query.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { CookieToSet } from './port.ts';

export type CookieKind = 'session' | 'second-step' | 'provider';

export interface CookieRules {
  readonly secure: boolean;
  /** The key that signs, first; older ones still verify. */
  readonly secrets: readonly [string, ...string[]];
}

/** `__Host-` binds a cookie to this very host and to https; browsers refuse it on plain http. */
export const cookieName = (kind: CookieKind, secure: boolean) => `${secure ? '__Host-' : ''}gatepost.${kind}`;

export function cookieWith(rules: CookieRules, kind: CookieKind, token: string, maxAge: number): CookieToSet {
  return cookie(rules, kind, `${token}.${signature(token, rules.secrets[0])}`, maxAge);
}

export const cookieGone = (rules: CookieRules, kind: CookieKind) => cookie(rules, kind, '', 0);

/** The token in a `Cookie` header, if its signature is ours. A second cookie of the same name cannot hide the true one. */
export function tokenIn(rules: CookieRules, kind: CookieKind, header: string | null): string | null {
  if (header === null) return null;
  const start = `${cookieName(kind, rules.secure)}=`;
  for (const part of header.split(';')) {
    const pair = part.trim();
    if (!pair.startsWith(start)) continue;
    const token = verified(decoded(pair.slice(start.length)), rules.secrets);
    if (token !== null) return token;
  }
  return null;
}

/** What the database keeps in place of a token. */
export const sha256 = (token: string) => createHash('sha256').update(token).digest('base64url');

function cookie(rules: CookieRules, kind: CookieKind, value: string, maxAge: number): CookieToSet {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: rules.secure, maxAge } as const;
  return { name: cookieName(kind, rules.secure), value, attributes };
}

function verified(value: string, secrets: readonly string[]): string | null {
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const ours = secrets.some((secret) => {
    const expected = Buffer.from(signature(token, secret));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return ours ? token : null;
}

const signature = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('base64');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
