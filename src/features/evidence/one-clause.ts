// The evidence of one clause that holds here, found by its id.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { evidenceOf } from './clause-evidence.ts';
import type { Period } from './period.ts';
import { readGround, type CountedDays, type EvidenceGround, type ShownEvidence } from './read-evidence.ts';

export interface OneClause extends EvidenceGround, ShownEvidence, CountedDays {}

/** @throws where neither the policy in force nor the trust’s behind it has such a clause */
export async function oneClause(context: Context, clauseId: string, asked: Period): Promise<OneClause> {
  const read = await readGround(context, asked);
  const clause = read.clauses.find(({ id }) => id === clauseId);
  if (!clause) {
    throw fail.notFound('clause', {
      message: `The policy in force has no clause ${clauseId}.`,
      remedy: 'Choose one from the list of clauses.',
    });
  }
  const days = read.daysOf(clauseId);
  return { ...read, ...days, clause, evidence: evidenceOf(clause, days.counted, read.ground) };
}
