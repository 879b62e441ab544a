// A draft as those who decide on it see it: its document, its state and the hash decided on; and its way from one state to the next.
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import type { Context, Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyDocument } from '#features/policy/index.ts';
import { documentFrom, mayBecome, type DraftState } from './draft.ts';
import { authorsOf, draftRow, lockDraft, partRows, sayingParts, stateOf, type DraftRow } from './queries.ts';
import { mustBeSendable } from './sendable.ts';
import { writeState } from './write-queries.ts';

export interface DraftStanding {
  readonly id: string;
  /** What people call this draft. */
  readonly name: string;
  readonly state: DraftState;
  /** Of the document that is decided on, from being sent on; null while it is written. */
  readonly sha256: string | null;
  /** What is new and why. */
  readonly changeNote: string;
  /** Whether everybody is asked anew; null while nobody has said. */
  readonly material: boolean | null;
  readonly materialReason: string;
  /** Ids of people: everybody whose words it may have. None of these decides on it alone. */
  readonly authors: readonly string[];
}

/** The document as the draft has it now. @throws where the school has no such draft */
export async function draftDocument(db: Db, schoolId: string, draftId: string): Promise<PolicyDocument> {
  const rows = await partRows(db, schoolId, draftId);
  if (rows.length === 0) throw fail.notFound('draft');
  return documentFrom(sayingParts(rows));
}

/** @throws where the school has no such draft */
export async function draftState(db: Db, schoolId: string, draftId: string): Promise<DraftStanding> {
  const row = await draftRow(db, schoolId, draftId);
  if (!row) throw fail.notFound('draft');
  return standingOf(row, await authorsOf(db, schoolId, row));
}

/**
 * Moves a draft on, or back to being written. Sent for review it is frozen: the hash of its document is what is decided on.
 * @throws where it is no longer in a state from which it can become that, or is sent on with something missing
 */
export async function setDraftState(context: Context, draftId: string, to: DraftState): Promise<DraftStanding> {
  const { db, scopeId } = context;
  const row = await lockDraft(db, scopeId, draftId);
  if (!row) throw fail.notFound('draft');
  const from = stateOf(row);
  if (!mayBecome(from, to)) throw notFrom(from, to);
  if (to === 'review') await mustBeSendable(context, row);
  const frozen =
    to === 'draft'
      ? null
      : (row.sent_sha256 ?? sha256(canonicalText((await draftDocument(db, scopeId, draftId)) as unknown as Json)));
  await writeState(db, scopeId, draftId, { state: to, sha256: frozen });
  return standingOf({ ...row, state: to, sent_sha256: frozen }, await authorsOf(db, scopeId, row));
}

const standingOf = (row: DraftRow, authors: readonly string[]): DraftStanding => ({
  id: row.id,
  name: row.name,
  state: stateOf(row),
  sha256: row.sent_sha256,
  changeNote: row.change_note,
  material: row.material,
  materialReason: row.material_reason,
  authors,
});

const IS: Readonly<Record<DraftState, string>> = {
  draft: 'is being written',
  review: 'is being decided on',
  approved: 'is approved',
  adopted: 'is adopted',
  discarded: 'was put away',
};

const notFrom = (from: DraftState, to: DraftState) =>
  fail.conflict({
    code: 'draft-state',
    message: `This draft ${IS[from]}, so it cannot become one that ${IS[to]}.`,
    remedy: from === 'adopted' || from === 'discarded' ? 'Begin another draft from it.' : 'Look at it again first.',
  });
