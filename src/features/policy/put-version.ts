// Writes a version of the policy, and writes anew those that wait for their day and build on it.
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { answerOf } from './answer.ts';
import { controlsReading } from './controls-reading.ts';
import type { PolicyDocument } from './document.ts';
import { askedAnew } from './events.ts';
import { documentOf, insertVersion, insertWithdrawal, type VersionRow } from './queries.ts';
import { behindOn } from './trust/against-locks.ts';
import { withAnswer } from './with-answer.ts';

export interface Put {
  readonly document: PolicyDocument;
  /** The highest number so far, also of versions taken back. */
  readonly last: number;
  /** Local date, year-month-day. */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly putBy: string | null;
  readonly putAt: string;
  readonly changes: string | null;
  /** Of a change that another version carried before. */
  readonly changeId?: string;
  /** Adopted with its approvals and signatures; otherwise put in force by whoever leads the school. */
  readonly adopted?: boolean;
  /** Is everybody asked to confirm it again, and why (or why not)? */
  readonly material: boolean;
  readonly materialReason: string;
}

export interface PutVersion {
  readonly id: string;
  readonly n: number;
  readonly sha256: string;
}

export async function putVersion({ db, scopeId, newId, emit }: Context, put: Put): Promise<PutVersion> {
  const id = newId();
  const n = put.last + 1;
  const digest = sha256(canonicalText(put.document as unknown as Json));
  await insertVersion(db, {
    schoolId: scopeId,
    id,
    n,
    document: put.document,
    sha256: digest,
    state: put.adopted ? 'adopted' : 'set-up',
    effectiveOn: put.effectiveOn,
    reason: put.reason,
    putBy: put.putBy,
    putAt: put.putAt,
    changes: put.changes,
    changeId: put.changeId ?? id,
    material: put.material,
    materialReason: put.materialReason,
  });
  // The very first one comes with the school, while whoever sets it up is still alone.
  if (put.material && n > 1) emit(askedAnew, {}, { key: 'anew' });
  return { id, n, sha256: digest };
}

/**
 * Changes that wait are made to what will be in force by then, so that none brings back what was changed meanwhile.
 * @param ground what they build on from now on, and the policy as it was put in force whole
 * @param waiting oldest first
 */
export async function carryOver(
  context: Context,
  ground: { readonly document: PolicyDocument; readonly adopted: PolicyDocument; readonly last: number },
  waiting: readonly VersionRow[],
): Promise<PutVersion[]> {
  const { db, scopeId, actor, now } = context;
  const put: PutVersion[] = [];
  let { document, last } = ground;
  for (const version of waiting) {
    const settingId = version.changes!;
    const [before, starter] = await Promise.all([
      documentOf(db, scopeId, version.id).then((found) => found!),
      behindOn(db, version.effective_on),
    ]);
    const change = { settingId, answer: answerOf(before, starter, settingId), because: version.reason };
    document = withAnswer(document, change, {
      adopted: ground.adopted,
      starter,
      controlIds: controlsReading(settingId, context.controls).map(({ control }) => control.id),
    });
    await insertWithdrawal(db, {
      schoolId: scopeId,
      versionId: version.id,
      why: 'carried-over',
      by: actor.kind === 'person' ? actor.personId : null,
      at: now,
    });
    const written = await putVersion(context, {
      document,
      last,
      effectiveOn: version.effective_on,
      reason: version.reason,
      putBy: version.put_by,
      putAt: version.put_at,
      changes: settingId,
      changeId: version.change_id,
      material: version.material,
      materialReason: version.material_reason,
    });
    last = written.n;
    put.push(written);
  }
  return put;
}
