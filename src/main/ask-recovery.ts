// "I cannot get in": a link by mail for whoever signs in with that address. The answer is the same whether there is anybody or not.
import { visitor, systemActor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { isFailure } from '#kernel/errors.ts';
import { createLimiter } from '#kernel/limit.ts';
import { askRecovery } from '#features/mail/index.ts';
import { addressGroup } from '#sign-in/lock-out.ts';
import type { App } from './compose.ts';

/** From one network address; whoever asks more often gets the same answer, and nothing happens. */
const A_MINUTE = 5;

export interface AskRecovery {
  /** Returns at once: how long the rest takes would tell whether somebody was found. */
  ask(email: string, ip: string): void;
  /** Waits for what is still under way. Before the database is closed. */
  idle(): Promise<void>;
}

export function createAskRecovery(parts: Pick<App, 'database' | 'run' | 'clock' | 'log'>): AskRecovery {
  const limiter = createLimiter(parts.clock);
  const underWay = new Set<Promise<void>>();

  async function limited(ip: string): Promise<boolean> {
    try {
      await limiter.take(visitor(null, addressGroup(ip)), askRecovery.name, A_MINUTE);
      return true;
    } catch (error) {
      if (isFailure(error)) return false;
      throw error;
    }
  }

  return {
    ask(email, ip) {
      const work = limited(ip)
        .then((may) => (may ? sendTo(parts, email.trim()) : undefined))
        .catch((error: unknown) => parts.log.warn('A recovery link that was asked for could not be made.', { error }))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}

/**
 * In every school where somebody signs in with that address. The directory must say the same address as the login: a
 * colleague may write another one there, and must not get the link that way. Somebody who may have none, or none so soon, gets none.
 */
async function sendTo({ database, run, clock }: Pick<App, 'database' | 'run'> & { clock: Clock }, email: string) {
  if (email === '' || email.length > 254) return;
  const { rows } = await database.owner.query<{ school_id: string; id: string }>(
    `select p.school_id, p.id from person p join school s on s.id = p.school_id join sign_in.login l on l.id = p.login_id
      where l.email = lower($1) and lower(p.email) = l.email
        and (p.ended_on is null or p.ended_on >= ($2::timestamptz at time zone s.zone)::date)
      order by p.school_id limit 20`,
    [email, clock.now().toString()],
  );
  for (const { school_id, id } of rows) {
    await run(systemActor(school_id, 'sign-in'), askRecovery as never, { personId: id }).catch((error: unknown) => {
      if (!isFailure(error) || !['conflict', 'invalid', 'not-found'].includes(error.kind)) throw error;
    });
  }
}
