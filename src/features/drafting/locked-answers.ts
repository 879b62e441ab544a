// Answers of a draft that are looser than its trust has locked, told among its problems: whose lock it is, and with which clause.
import type { Context } from '#kernel/context.ts';
import { againstLocks, limitInWords, localDate, type PolicyDocument } from '#features/policy/index.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import type { DraftProblem } from './problems.ts';

export async function lockedAnswers(
  context: Pick<Context, 'db' | 'scopeId' | 'at'>,
  document: PolicyDocument,
): Promise<DraftProblem[]> {
  const { db, scopeId, at } = context;
  const breaches = await againstLocks(context, document, await localDate(db, scopeId, at));
  if (breaches.length === 0) return [];
  const trust = (await trustOfSchool(db))?.name ?? 'The trust';
  return breaches.map((breach) => ({
    part: 'setting',
    key: breach.setting.id,
    field: null,
    name: breach.setting.question,
    message: `${trust} has locked this. ${limitInWords(breach)}`,
    remedy: 'Choose that answer or a stricter one, or ask the trust to change its lock.',
    clauses: breach.lock.clauses,
  }));
}
