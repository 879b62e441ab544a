// The same kind of change to many clauses at once: a few statements, however many they are.
import type { Context } from '#kernel/context.ts';
import { reopen, whoAndWhen } from './edit-part.ts';
import type { DraftRow } from './queries.ts';
import { writeClauses, type ClauseEdit } from './write-queries.ts';

/** @param edits of clauses that differ; the draft is locked already */
export async function saveClauses(context: Context, draft: DraftRow, edits: readonly ClauseEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const { db, scopeId } = context;
  await writeClauses(db, { schoolId: scopeId, draftId: draft.id, edits: draft.edits, ...whoAndWhen(context) }, edits);
  await reopen(context, draft);
}
