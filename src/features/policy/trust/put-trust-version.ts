// Puts a version of the trust's policy in force, and keeps its locks in step with what that policy then answers.
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { answerFrom, directionOf, knownSetting, sameAnswer, type Answer } from '../answer.ts';
import type { PolicyDocument } from '../document.ts';
import { mustBeAhead } from '../put-in-force.ts';
import {
  insertLock,
  insertTrustVersion,
  isStanding,
  liftLockRow,
  type LockRow,
  type TrustVersionRow,
} from './queries.ts';
import { clausesOfAnswer } from './with-lock.ts';

export interface PutTrust {
  readonly document: PolicyDocument;
  readonly effectiveOn: string;
  readonly reason: string;
  /** The setting that was locked with another answer; null for a whole policy. */
  readonly changes: string | null;
}

/** @param before every version so far, as `trustVersionRows` gives them */
export async function putTrustVersion(
  { db, scopeId, actor, newId, now, at }: Context,
  put: PutTrust,
  before: readonly TrustVersionRow[],
): Promise<{ id: string; n: number; sha256: string }> {
  mustBeAhead(put.effectiveOn, dayOf(at));
  const last = before.at(-1);
  if (last && put.effectiveOn < last.effective_on) {
    throw fail.conflict({
      code: 'begins-before-last',
      message: `Version ${last.n} of the trust’s policy begins on ${dayInWords(last.effective_on)}: one that begins earlier would be undone by it.`,
      remedy: `Choose ${dayInWords(last.effective_on)} or a later day.`,
      fields: [{ field: 'effectiveOn', message: `Choose ${dayInWords(last.effective_on)} or a later day.` }],
    });
  }
  const id = newId();
  const n = Math.max(0, ...before.map((one) => one.n)) + 1;
  const digest = sha256(canonicalText(put.document as unknown as Json));
  const putBy = actor.kind === 'person' ? actor.personId : null;
  await insertTrustVersion(db, { ...put, trustId: scopeId, id, n, sha256: digest, putBy, putAt: now });
  return { id, n, sha256: digest };
}

/**
 * What was locked stays locked, with the answer that the new policy gives.
 * @throws where it gives none: a lock needs a clause
 */
export async function renewLocks(
  context: Context,
  rows: readonly LockRow[],
  {
    document,
    effectiveOn,
    reason,
    id,
  }: Pick<PutTrust, 'document' | 'effectiveOn' | 'reason'> & { readonly id: string },
): Promise<string[]> {
  const standing = rows.filter((row) => isStanding(row, effectiveOn));
  const silent = standing.filter((row) => !document.settings[row.setting_id]);
  if (silent.length > 0) {
    throw fail.conflict({
      code: 'lock-unanswered',
      message: `This policy says nothing on what the trust has locked: ${silent.map((row) => knownSetting(row.setting_id).question).join(' ')}`,
      remedy: 'Let it answer these questions, or lift the locks first.',
    });
  }
  const renewed: string[] = [];
  for (const row of standing) {
    const given = document.settings[row.setting_id]!;
    const clauses = clausesOfAnswer(given);
    const answer = answerFrom(given);
    if (sameAnswer(answer, answerOfLock(row)) && clauses.join() === row.clauses.join()) continue;
    const from = row.effective_on > effectiveOn ? row.effective_on : effectiveOn;
    const lockId = await replaceLock(context, [row], {
      settingId: row.setting_id,
      answer,
      clauses,
      versionId: id,
      effectiveOn: from,
      days: row.days,
      reason,
    });
    if (row.lifted_on !== null)
      await endLock(context, { ...row, id: lockId, lifted_on: null }, row.lifted_on, row.lift_reason);
    renewed.push(row.setting_id);
  }
  return renewed;
}

export interface NewLock {
  readonly settingId: string;
  readonly answer: Answer;
  readonly clauses: readonly string[];
  readonly versionId: string;
  readonly effectiveOn: string;
  readonly days: number;
  readonly reason: string;
}

/** @param before locks of the same setting that stand: each ends where the new one begins */
export async function replaceLock(context: Context, before: readonly LockRow[], lock: NewLock): Promise<string> {
  const { db, scopeId, actor, newId, now } = context;
  for (const row of before) await endLock(context, row, lock.effectiveOn, 'Another lock took its place.');
  const id = newId();
  await insertLock(db, {
    ...lock,
    trustId: scopeId,
    id,
    countsFrom: countsFrom(before, lock),
    setBy: actor.kind === 'person' ? actor.personId : null,
    setAt: now,
  });
  return id;
}

/** One that has not begun by then never holds; one that ends earlier anyhow is left so. @returns the first day without it */
export async function endLock(
  { db, scopeId, actor, now }: Context,
  row: LockRow,
  wanted: string,
  reason: string,
): Promise<string> {
  const on = row.effective_on > wanted ? row.effective_on : wanted;
  if (row.lifted_on !== null && row.lifted_on <= on) return row.lifted_on;
  const by = actor.kind === 'person' ? actor.personId : null;
  await liftLockRow(db, { trustId: scopeId, lockId: row.id, on, reason, by, at: now });
  return on;
}

/** Whoever had to follow a stricter lock, or this one, since an earlier day gets no days anew. */
function countsFrom(before: readonly LockRow[], { settingId, answer, effectiveOn }: NewLock): string {
  const setting = knownSetting(settingId);
  const earlier = before
    .filter((row) => ['same', 'looser'].includes(directionOf(setting, answerOfLock(row), answer)))
    .map((row) => row.counts_from);
  return [effectiveOn, ...earlier].toSorted()[0]!;
}

export const answerOfLock = (row: LockRow): Answer => row.answer as unknown as Answer;
