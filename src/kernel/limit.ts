// How often one person, or one network address, may ask in a minute. It slows guessing down, it is not a right.
import type { Actor } from './actor.ts';
import { canonicalText } from './canonical.ts';
import { actorInLedger } from './actor.ts';
import type { Clock } from './clock.ts';
import { fail } from './errors.ts';

export interface Call {
  readonly scopeId: string;
  /** The actor as the ledger writes it: ids only. */
  readonly who: string;
  readonly what: string;
  /** Minutes since 1970. */
  readonly minute: number;
}

/** Counts a call in every process, and says how many there were within its minute, this one included. */
export type Tally = (call: Call) => Promise<number>;

export interface Limiter {
  /**
   * @returns resolves when the other processes were asked: the work may begin meanwhile, but must not be given away before
   * @throws at once where this process alone was asked too often
   */
  take(actor: Actor, what: string, perMinute: number): Promise<void>;
}

/** @param tally without it, this process counts alone */
export function createLimiter(clock: Clock, tally?: Tally): Limiter {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    take(actor, what, perMinute) {
      const now = Math.floor(clock.now().epochMilliseconds / 60_000);
      if (now !== minute) {
        minute = now;
        counts = new Map();
      }
      const call = { scopeId: actor.scopeId ?? '', who: canonicalText(actorInLedger(actor)), what, minute };
      const from = actor.kind === 'visitor' ? actor.from : undefined;
      const key = `${call.scopeId} ${call.who} ${what} ${from ?? ''}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > perMinute) throw tooOften(perMinute);
      // Addresses stay in this process: other processes are told of people only.
      const isOurs = tally === undefined || actor.scopeId === null || from !== undefined;
      return isOurs ? DONE : everywhere(tally(call), perMinute);
    },
  };
}

const DONE = Promise.resolve();

async function everywhere(counted: Promise<number>, perMinute: number): Promise<void> {
  if ((await counted) > perMinute) throw tooOften(perMinute);
}

const tooOften = (perMinute: number) =>
  fail.unavailable({
    code: 'too-often',
    message: `This was asked more than ${perMinute} times within a minute.`,
    remedy: 'Wait a minute, then go on.',
  });
