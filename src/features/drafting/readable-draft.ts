// A draft as somebody may read it.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { readsDraft } from './access.ts';
import { draftRow, stateOf } from './queries.ts';

/** @throws not-found for another school's, and for one that is not this person's to read */
export async function readableDraft(
  { db, scopeId, actor }: Pick<Context, 'db' | 'scopeId' | 'actor'>,
  draftId: string,
) {
  const row = await draftRow(db, scopeId, draftId);
  const draft = row && readsDraft(actor, { ...row, state: stateOf(row) });
  if (!draft) throw fail.notFound('draft');
  return draft;
}
