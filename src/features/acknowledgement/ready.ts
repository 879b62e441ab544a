// Has somebody read to the end, and answered rightly where the policy asks questions? Without that nothing is confirmed.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { Kind } from './groups.ts';
import type { Ask } from './load.ts';
import { hasAnswered, readingRow } from './queries.ts';

export interface Progress {
  readonly turned: number;
  readonly readToTheEnd: boolean;
  readonly answeredRightly: boolean;
}

export async function progressOf({ db, scopeId }: Context, ask: Ask, personId: string): Promise<Progress> {
  const { sha256 } = ask.basis.version;
  const [reading, answered] = await Promise.all([
    readingRow(db, scopeId, personId, sha256),
    hasAnswered(db, scopeId, personId, sha256),
  ]);
  return {
    turned: reading?.turned ?? 0,
    readToTheEnd: reading !== undefined && reading.ended_at !== null,
    answeredRightly: answered,
  };
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
