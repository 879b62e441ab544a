// Has somebody read to the end, and answered rightly where the policy asks questions? Without that nothing is confirmed.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import type { Kind } from './groups.ts';
import type { Ask } from './load.ts';
import { hasAnswered, readingRow } from './queries.ts';

export interface Reading {
  readonly turned: number;
  readonly beganAt: string;
  readonly endedAt: string | null;
}

/** How far somebody has read this text; where it is asked each school year, what they read in an earlier one is read again. */
export async function readingOf({ db, scopeId }: Context, ask: Ask, personId: string): Promise<Reading | null> {
  const row = await readingRow(db, scopeId, personId, ask.basis.version.sha256);
  if (!row || (ask.countsFrom !== null && dayOf(Temporal.Instant.from(row.began_at)) < ask.countsFrom)) return null;
  return { turned: row.turned, beganAt: row.began_at, endedAt: row.ended_at };
}

export interface Progress {
  readonly turned: number;
  readonly readToTheEnd: boolean;
  readonly answeredRightly: boolean;
}

export async function progressOf(context: Context, ask: Ask, personId: string): Promise<Progress> {
  const { db, scopeId } = context;
  const [reading, answeredRightly] = await Promise.all([
    readingOf(context, ask, personId),
    hasAnswered(db, scopeId, personId, ask.basis.version.sha256, ask.countsFrom),
  ]);
  const readToTheEnd = reading !== null && reading.endedAt !== null;
  return { turned: reading?.turned ?? 0, readToTheEnd, answeredRightly };
}

/** @throws citing the clauses that ask for it */
export async function mustBeReady(context: Context, ask: Ask, personId: string, kind: Kind): Promise<void> {
  const { readToTheEnd, answeredRightly } = await progressOf(context, ask, personId);
  const clauses = ask.clauses;
  if (!readToTheEnd) {
    throw fail.refused({
      code: 'not-read-to-the-end',
      message: 'The policy has not been opened to its end yet.',
      remedy: 'Read on under “Read and sign”, part after part. You can stop and go on later.',
      clauses,
    });
  }
  if (kind === 'quiz' && !answeredRightly) {
    throw fail.refused({
      code: 'questions-open',
      message: 'The questions on the policy have not all been answered rightly yet.',
      remedy: 'Answer them under “Read and sign”. You can try as often as you like.',
      clauses,
    });
  }
}
