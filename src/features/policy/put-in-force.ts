// Puts a model policy in force as a new version: by set-up, until a school adopts one properly.
import type { Context } from '#kernel/context.ts';
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyDocument } from './document.ts';
import { insertVersion, versionRows } from './queries.ts';

export interface PutInForce {
  readonly schoolId: string;
  readonly document: PolicyDocument;
  /** Local date, year-month-day. */
  readonly effectiveOn: string;
  readonly today: string;
  readonly reason: string;
  readonly putBy: string | null;
}

export async function putVersionInForce(
  context: Context,
  put: PutInForce,
): Promise<{ id: string; n: number; sha256: string }> {
  const { db, now } = context;
  const before = await versionRows(db, put.schoolId);
  if (put.effectiveOn < put.today && before.length > 0) {
    throw fail.invalid({
      code: 'date-passed',
      message: `${put.effectiveOn} has passed: a version cannot decide what has already happened.`,
      remedy: 'Choose today or a later date.',
      fields: [{ field: 'effectiveOn', message: 'Choose today or a later date.' }],
    });
  }
  if (before.some((version) => version.effective_on === put.effectiveOn)) {
    throw fail.conflict({
      code: 'date-taken',
      message: `A version is already in force from ${put.effectiveOn}; two cannot begin on one day.`,
      remedy: 'Choose the day after.',
    });
  }
  const id = context.newId();
  const n = before.length + 1;
  const digest = sha256(canonicalText(put.document as unknown as Json));
  await insertVersion(db, {
    schoolId: put.schoolId,
    id,
    n,
    document: put.document,
    sha256: digest,
    state: 'set-up',
    effectiveOn: put.effectiveOn,
    reason: put.reason,
    putBy: put.putBy,
    putAt: now,
  });
  return { id, n, sha256: digest };
}
