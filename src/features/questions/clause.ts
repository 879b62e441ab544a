// A clause that a question or a departure is about: of the policy in force, or where that is silent of the trust's or Gatepost's own.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { documentsInForce, type Clause } from '#features/policy/index.ts';

export const clauseIdSchema = z
  .string()
  .trim()
  .min(1, { error: 'Choose the clause that this is about.', abort: true })
  .regex(/^(trust:)?[A-Z]{2,6}-\d{2,4}$/, 'A clause is known by letters and a number, such as TP-30.');

/** @throws naming the field, where none of these policies has such a clause */
export async function clauseInForce(
  { db, scopeId, at }: Context,
  clauseId: string,
): Promise<{ readonly clause: Clause; readonly versionId: string | null }> {
  const { document, behind, version } = await documentsInForce(db, scopeId, at);
  const clause = [...document.clauses, ...behind.clauses].find(({ id }) => id === clauseId);
  if (clause) return { clause, versionId: version?.id ?? null };
  throw fail.invalid({
    code: 'no-such-clause',
    message: `The policy in force has no clause ${clauseId}.`,
    remedy: 'Choose a clause of the policy as it stands today.',
    fields: [{ field: 'clauseId', message: 'Choose a clause of the policy as it stands today.' }],
  });
}
