// With what does a caller identify itself, and may a browser's cookie be trusted to mean what its owner meant?
import type { IncomingMessage } from 'node:http';
import { misuse } from './problem.ts';

export type Credential =
  /** A personal access token. Whoever sends one is judged by it alone: no cookie is looked at. */
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'cookie'; readonly header: string }
  | { readonly kind: 'none' };

export function credentialOf(request: IncomingMessage): Credential {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw unknownToken('Only "Authorization: Bearer" with an access token is understood.');
    return { kind: 'token', token };
  }
  return cookie === undefined ? { kind: 'none' } : { kind: 'cookie', header: cookie };
}

export const unknownToken = (message = 'This access token is not known here, or has ended.') =>
  misuse({
    httpStatus: 401,
    code: 'token-unknown',
    message,
    remedy: 'Make a new access token on your own page.',
    headers: { 'www-authenticate': 'Bearer realm="Gatepost", error="invalid_token"' },
  });

/**
 * Browsers send cookies along with whatever another site makes them send, so with a cookie nothing is changed unless the
 * browser says that our own page asked (Fetch Metadata; `Origin`, RFC 6454, where a browser does not know that yet).
 */
export function requireOwnPage(request: IncomingMessage, credential: Credential, origin: string): void {
  if (credential.kind !== 'cookie' || request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined ? request.headers.origin === origin : site === 'same-origin') return;
  throw misuse({
    httpStatus: 403,
    code: 'other-site',
    message: 'With a session cookie, only pages of Gatepost itself may change anything.',
    remedy: 'Programs use a personal access token instead.',
  });
}

/** @returns undefined where none was sent */
export function idempotencyKeyOf(request: IncomingMessage): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  if (/^[\x20-\x7e]{1,200}$/.test(key)) return key;
  throw misuse({
    httpStatus: 400,
    code: 'bad-idempotency-key',
    message: 'Idempotency-Key must be 1 to 200 printable characters.',
    remedy: 'Send a new UUID for each thing that you want done once.',
  });
}
