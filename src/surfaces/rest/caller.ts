// What a request says of its caller beside who it is: may a browser's cookie be trusted, and is it asked a second time?
import type { IncomingMessage } from 'node:http';
import { misuse } from './problem.ts';

/**
 * Browsers send cookies along with whatever another site makes them send, so with a cookie nothing is changed unless the
 * browser says that our own page asked (Fetch Metadata; `Origin`, RFC 6454, where a browser does not know that yet).
 * A Bearer token is never sent by a browser of its own accord.
 */
export function requireOwnPage(request: IncomingMessage, origin: string): void {
  const { method, headers } = request;
  if (method === 'GET' || method === 'HEAD') return;
  if (headers.cookie === undefined || /^bearer /i.test(headers.authorization ?? '')) return;
  const site = headers['sec-fetch-site'];
  if (site === undefined ? headers.origin === origin : site === 'same-origin') return;
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
