// The same kind of change to many clauses at once: two statements, however many they are.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Clause } from '#features/policy/index.ts';
import { reopen, whoAndWhen } from './edit-part.ts';
import type { DraftRow } from './queries.ts';

export interface ClauseEdit {
  readonly before: Clause;
  readonly after: Clause;
}

/** @param edits of clauses that differ; the draft is locked already */
export async function saveClauses(context: Context, draft: DraftRow, edits: readonly ClauseEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const { db, scopeId } = context;
  const { by, at } = whoAndWhen(context);
  const rows = JSON.stringify(edits.map(({ before, after }, i) => ({ at: i + 1, key: before.id, before, after })));
  await sql`
    update policy_draft_part p
       set content = e.after, revision = revision + 1, changed_by = ${by}, changed_at = ${at}
      from jsonb_to_recordset(${rows}::jsonb) as e(key text, after jsonb)
     where p.school_id = ${scopeId} and p.draft_id = ${draft.id} and p.kind = 'clause' and p.key = e.key
  `.execute(db);
  await sql`
    insert into policy_draft_edit (school_id, draft_id, n, kind, key, what, before, after, edited_by, edited_at)
    select ${scopeId}, ${draft.id}, ${draft.edits} + e.at, 'clause', e.key, 'changed', e.before, e.after, ${by}, ${at}
      from jsonb_to_recordset(${rows}::jsonb) as e(at int, key text, before jsonb, after jsonb)
  `.execute(db);
  await db
    .updateTable('policy_draft')
    .set({ edits: draft.edits + edits.length, changed_by: by, changed_at: at })
    .where('school_id', '=', scopeId)
    .where('id', '=', draft.id)
    .execute();
  await reopen(context, draft);
}
