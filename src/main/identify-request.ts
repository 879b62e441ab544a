// Whose REST request is this: a personal access token, else the session cookie, else a visitor.
import type { IncomingMessage } from 'node:http';
import { visitor, type Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { App } from './compose.ts';

export async function identifyRequest(app: App, request: IncomingMessage): Promise<Actor> {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) {
    const token = /^Bearer (gp_[A-Za-z0-9_-]{20,80})$/.exec(authorization)?.[1];
    const actor = token === undefined ? null : await app.identify.byToken(token);
    if (!actor) {
      throw fail.unauthenticated({
        code: 'token-not-known',
        message: 'This access token is not known, has ended or was taken back.',
        remedy: 'Make a new one on your own page.',
      });
    }
    return actor;
  }
  const cookie = request.headers.cookie ?? null;
  if (cookie === null) return visitor(null);
  const school = /(?:^|;\s*)gatepost\.school=([0-9a-f-]{36})/.exec(cookie)?.[1] ?? null;
  return (await app.identify.bySession(cookie, school)).actor;
}
