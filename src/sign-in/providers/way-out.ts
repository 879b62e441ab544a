// What one browser is remembered by while it is at a provider: a locked cookie for ten minutes, and nothing in the database.
import { z } from 'zod';
import { isFailure } from '#kernel/errors.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { openText, seal } from '#kernel/secret-box.ts';
import { cookieGone, cookieWith, tokenIn, type CookieRules } from '../cookies.ts';
import type { CookieToSet } from '../port.ts';

export const MINUTES_AWAY = 10;
const CONTEXT = 'provider-way-out';

const errand = z.discriminatedUnion('for', [
  z.object({ for: z.literal('sign-in'), next: z.string() }),
  z.object({ for: z.literal('join'), token: z.string(), email: z.string() }),
  z.object({ for: z.literal('link'), loginId: z.string() }),
  z.object({ for: z.literal('confirm'), sessionId: z.string(), loginId: z.string(), next: z.string() }),
  z.object({ for: z.literal('try'), personId: z.string(), schoolId: z.string() }),
]);
const shape = z.object({
  providerId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  leftAt: z.string(),
  errand,
});
export type WayOut = z.infer<typeof shape>;

export interface WaysOut {
  cookie(way: WayOut): CookieToSet;
  gone(): CookieToSet;
  /** Null when there is none, it is older than ten minutes, or it leads to another provider. */
  read(cookieHeader: string | null, providerId: string, at: Temporal.Instant): WayOut | null;
}

export function waysOut(ring: Keyring, rules: CookieRules): WaysOut {
  const opened = (token: string): WayOut | null => {
    try {
      return shape.parse(JSON.parse(openText(ring, Buffer.from(token, 'base64url'), CONTEXT)));
    } catch (error) {
      if (isFailure(error) || error instanceof SyntaxError) return null;
      throw error;
    }
  };
  return {
    cookie(way) {
      const token = Buffer.from(seal(ring, JSON.stringify(way), CONTEXT)).toString('base64url');
      return cookieWith(rules, 'provider', token, MINUTES_AWAY * 60);
    },
    gone: () => cookieGone(rules, 'provider'),
    read(cookieHeader, providerId, at) {
      const token = tokenIn(rules, 'provider', cookieHeader);
      const way = token === null ? null : opened(token);
      if (way === null || way.providerId !== providerId) return null;
      const until = Temporal.Instant.from(way.leftAt).add({ minutes: MINUTES_AWAY });
      return Temporal.Instant.compare(at, until) < 0 ? way : null;
    },
  };
}
