// Once an hour: forgets what has served its time. Nothing here is anybody's record.
import type pg from 'pg';
import { forgetCalls } from '#db/call-count.ts';
import type { Clock } from '#kernel/clock.ts';
import type { SignIn } from '#sign-in/port.ts';
import type { Log } from './log.ts';

const EVERY_MS = 60 * 60 * 1_000;
/** An answer kept for an idempotency key is given again for this long. */
const ANSWERS_KEPT_DAYS = 7;

/** @returns stops it */
export function sweepHourly(parts: { owner: pg.Pool; signIn: SignIn; clock: Clock; log: Log }): () => void {
  const timer = setInterval(
    () => void sweep(parts).catch((error: unknown) => parts.log.warn('Old things could not be swept out.', { error })),
    EVERY_MS,
  );
  timer.unref();
  return () => clearInterval(timer);
}

async function sweep({ owner, signIn, clock }: { owner: pg.Pool; signIn: SignIn; clock: Clock }): Promise<void> {
  await signIn.sweep();
  const limit = clock.now().subtract({ hours: 24 * ANSWERS_KEPT_DAYS });
  await owner.query('delete from remembered_answer where at < $1', [limit.toString()]);
  await forgetCalls(owner, clock.now());
}
