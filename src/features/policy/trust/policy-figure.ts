// What a school publishes to its trust about its policy: which version is in force, where it is looser than a lock, what it has seen.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { schoolRow } from '#features/schools/index.ts';
import { documentInForce, localDate } from '../in-force-at.ts';
import { lockConflicts } from './lock-conflicts.ts';
import { seenUpTo } from './queries.ts';

/** From which document a school's policy stems: what shows a circle. */
export const documentFigure = z.object({ id: z.string(), derivedFrom: z.string().nullable() });

export const policyFigure = documentFigure.extend({
  school: z.string(),
  title: z.string(),
  /** The version in force; null before there is one. */
  n: z.number().nullable(),
  effectiveOn: z.string().nullable(),
  state: z.enum(['set-up', 'adopted']).nullable(),
  sha256: z.string().nullable(),
  conflicts: z.array(
    z.object({
      settingId: z.string(),
      lockId: z.string(),
      dueOn: z.string(),
      state: z.enum(['coming', 'due', 'overdue']),
    }),
  ),
  /** Up to when somebody there has seen what the trust changed. */
  seenUpTo: z.string().nullable(),
});
export type PolicyFigure = z.infer<typeof policyFigure>;

export async function policyFigureOf(context: Context): Promise<PolicyFigure> {
  const { db, scopeId, at } = context;
  const today = await localDate(db, scopeId, at);
  const [school, { document, version }, conflicts, seen] = await Promise.all([
    schoolRow(db, scopeId),
    documentInForce(db, scopeId, at),
    lockConflicts(context, today),
    seenUpTo(db, scopeId),
  ]);
  return {
    id: document.id,
    derivedFrom: document.derivedFrom ?? null,
    school: school?.name ?? '',
    title: document.title,
    n: version?.n ?? null,
    effectiveOn: version?.effective_on ?? null,
    state: (version?.state as 'set-up' | undefined) ?? null,
    sha256: version?.sha256 ?? null,
    conflicts: conflicts.map(({ breach, dueOn, state }) => ({
      settingId: breach.lock.settingId,
      lockId: breach.lock.id,
      dueOn,
      state,
    })),
    seenUpTo: seen,
  };
}
