// Puts a whole policy in force as a new version: a model by set-up, or what a school has adopted properly.
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyDocument } from './document.ts';
import { carryOver, putVersion, type PutVersion } from './put-version.ts';
import { holdPolicy, versionRows } from './queries.ts';
import { refuseAgainstLocks } from './trust/against-locks.ts';
import { livingVersions, waitingAfter } from './version-line.ts';

export interface PutInForce {
  readonly document: PolicyDocument;
  /** Local date, year-month-day. */
  readonly effectiveOn: string;
  readonly today: string;
  readonly reason: string;
  readonly putBy: string | null;
  /** Adopted with its approvals and signatures. */
  readonly adopted?: boolean;
  /** Is everybody asked to confirm it again, and why (or why not)? Left out: yes. */
  readonly material?: boolean;
  readonly materialReason?: string;
}

/**
 * A school that is set up begins with the model it chose: where that is looser than a lock of its trust, it is a conflict
 * with a deadline, as with any lock that came before the school could follow it. Whatever comes later is refused.
 * Settings that were changed before end with the policy they changed; those that wait for a later day change this one.
 */
export async function putVersionInForce(context: Context, put: PutInForce): Promise<PutVersion> {
  const { db, scopeId, now } = context;
  await holdPolicy(db, scopeId);
  const before = await versionRows(db, scopeId);
  if (before.length > 0) {
    mustBeAhead(put.effectiveOn, put.today);
    await refuseAgainstLocks(context, put.document, put.effectiveOn);
  }
  const living = livingVersions(before);
  if (living.some((version) => version.changes === null && version.effective_on === put.effectiveOn)) {
    throw fail.conflict({
      code: 'date-taken',
      message: `A version is already in force from ${dayInWords(put.effectiveOn)}; two cannot begin on one day.`,
      remedy: 'Choose the day after.',
    });
  }
  const last = Math.max(0, ...before.map(({ n }) => n));
  const written = await putVersion(context, {
    material: true,
    materialReason: '',
    ...put,
    last,
    putAt: now,
    changes: null,
  });
  const ground = { document: put.document, adopted: put.document, last: written.n };
  const sameDay = living.filter(({ effective_on: day }) => day === put.effectiveOn && day > put.today);
  await carryOver(context, ground, [...sameDay, ...waitingAfter(living, put.effectiveOn)]);
  return written;
}

/** @throws for a day that has passed */
export function mustBeAhead(date: string, today: string): void {
  if (date >= today) return;
  throw fail.invalid({
    code: 'date-passed',
    message: `${dayInWords(date)} has passed: a version cannot decide what has already happened.`,
    remedy: 'Choose today or a later date.',
    fields: [{ field: 'effectiveOn', message: 'Choose today or a later date.' }],
  });
}
