// The evidence of one clause of the policy in force, found by its id.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { Clause } from '#features/policy/index.ts';
import { evidenceOf, type ClauseEvidence } from './clause-evidence.ts';
import type { Period } from './period.ts';
import { readGround, type EvidenceGround } from './read-evidence.ts';

export interface OneClause extends EvidenceGround {
  readonly clause: Clause;
  readonly evidence: ClauseEvidence;
}

/** @throws where the policy in force has no such clause */
export async function oneClause(context: Context, clauseId: string, period: Period): Promise<OneClause> {
  const read = await readGround(context, period);
  const clause = read.document.clauses.find(({ id }) => id === clauseId);
  if (!clause) {
    throw fail.notFound('clause', {
      message: `The policy in force has no clause ${clauseId}.`,
      remedy: 'Choose one from the list of clauses.',
    });
  }
  return { ...read, clause, evidence: evidenceOf(clause, read.counted, read.ground) };
}
