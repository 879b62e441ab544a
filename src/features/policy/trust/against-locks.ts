// Holds what a school would put in force against what its trust has locked. Every door to a policy passes here.
import type { Context, Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import type { PolicyDocument } from '../document.ts';
import { loadModelPolicy } from '../model-policies.ts';
import { behindSchool } from './behind.ts';
import { breachInWords } from './breach-in-words.ts';
import { lockBreaches, type LockBreach } from './lock-breaches.ts';
import { holdsOn, lockOf, lockRows, platformOfAccounts, trustDocumentOn } from './queries.ts';

/** What answers where the school's policy is silent on that day: its trust's policy, and behind that the starter. */
export async function behindOn(db: Db, date: string): Promise<PolicyDocument> {
  const [starter, trust] = await Promise.all([loadModelPolicy('starter'), trustDocumentOn(db, 'of-this-school', date)]);
  return behindSchool(starter, trust?.document ?? null);
}

/**
 * Where a policy would be looser, on its day, than the trust allows; empty for a school without a trust.
 * @param only one setting, where only that is changed: what was looser before is a conflict already and told elsewhere
 */
export async function againstLocks(
  { db, scopeId }: Pick<Context, 'db' | 'scopeId'>,
  document: PolicyDocument,
  date: string,
  only?: string,
): Promise<LockBreach[]> {
  const rows = (await lockRows(db, 'of-this-school', only)).filter((row) => holdsOn(row, date));
  if (rows.length === 0) return [];
  const [behind, platformOf] = await Promise.all([behindOn(db, date), platformOfAccounts(db, scopeId)]);
  return lockBreaches(document, rows.map(lockOf), { behind, platformOf });
}

/** @throws naming each setting that would be looser, the trust that has locked it, and its clause */
export async function refuseAgainstLocks(
  context: Pick<Context, 'db' | 'scopeId'>,
  document: PolicyDocument,
  date: string,
  only?: string,
): Promise<void> {
  const breaches = await againstLocks(context, document, date, only);
  if (breaches.length === 0) return;
  const trust = (await trustOfSchool(context.db))?.name ?? 'The trust';
  throw fail.refused({
    code: 'locked-by-trust',
    message: `${trust} has locked ${breaches.length === 1 ? 'this' : `${breaches.length} of these settings`}. ${breaches.map(breachInWords).join(' ')}`,
    remedy: 'Choose that answer or a stricter one, or ask the trust to change its lock.',
    clauses: [...new Set(breaches.flatMap(({ lock }) => lock.clauses))],
  });
}
