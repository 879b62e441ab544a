// A clause that a question or a departure is about: of the policy in force, or of Gatepost's own where that is silent.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { documentInForce, loadModelPolicy, type Clause } from '#features/policy/index.ts';

export const clauseIdSchema = z
  .string()
  .trim()
  .regex(/^[A-Z]{2,6}-\d{2,4}$/, 'A clause is known by letters and a number, such as TP-30.');

/** @throws naming the field, where neither policy has such a clause */
export async function clauseInForce(
  { db, scopeId, at }: Context,
  clauseId: string,
): Promise<{ readonly clause: Clause; readonly versionId: string | null }> {
  const [{ document, version }, starter] = await Promise.all([
    documentInForce(db, scopeId, at),
    loadModelPolicy('starter'),
  ]);
  const clause = [...document.clauses, ...starter.clauses].find(({ id }) => id === clauseId);
  if (clause) return { clause, versionId: version?.id ?? null };
  throw fail.invalid({
    code: 'no-such-clause',
    message: `The policy in force has no clause ${clauseId}.`,
    remedy: 'Choose a clause of the policy as it stands today.',
    fields: [{ field: 'clauseId', message: 'Choose a clause of the policy as it stands today.' }],
  });
}
