// How often one person may ask in a minute. Kept in memory: it slows guessing down, it is not a right.
import type { Actor } from './actor.ts';
import { canonicalText } from './canonical.ts';
import { actorInLedger } from './actor.ts';
import type { Clock } from './clock.ts';
import { fail } from './errors.ts';

export interface Limiter {
  take(actor: Actor, what: string, perMinute: number): void;
}

export function createLimiter(clock: Clock): Limiter {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    take(actor, what, perMinute) {
      const now = Math.floor(clock.now().epochMilliseconds / 60_000);
      if (now !== minute) {
        minute = now;
        counts = new Map();
      }
      const key = `${actor.scopeId} ${canonicalText(actorInLedger(actor))} ${what}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > perMinute) {
        throw fail.unavailable({
          code: 'too-often',
          message: `This was asked more than ${perMinute} times within a minute.`,
          remedy: 'Wait a minute, then go on.',
        });
      }
    },
  };
}
