// Every statement that writes a draft.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { Clause, PolicyDocument } from '#features/policy/index.ts';
import type { DraftState, Note, Part, PartKind } from './draft.ts';

export interface NewDraft {
  readonly schoolId: string;
  readonly id: string;
  readonly name: string;
  readonly from: 'version' | 'model' | 'file' | 'text';
  readonly words: string;
  readonly versionId: string | null;
  readonly document: PolicyDocument;
  readonly wordsBy: readonly string[];
  readonly by: string | null;
  readonly at: string;
}

export async function insertDraft(db: Db, draft: NewDraft): Promise<void> {
  await db
    .insertInto('policy_draft')
    .values({
      school_id: draft.schoolId,
      id: draft.id,
      name: draft.name,
      begun_from: draft.from,
      begun_words: draft.words,
      begun_version: draft.versionId,
      begun_document: JSON.stringify(draft.document),
      words_by: [...draft.wordsBy],
      begun_by: draft.by,
      begun_at: draft.at,
      changed_by: draft.by,
      changed_at: draft.at,
    })
    .execute();
}

/** All parts of a draft with one statement, however many they are. */
export async function insertParts(
  db: Db,
  at: { readonly schoolId: string; readonly draftId: string; readonly now: string },
  parts: readonly Part[],
): Promise<void> {
  await sql`
    insert into policy_draft_part (school_id, draft_id, kind, key, position, content, changed_at)
    select ${at.schoolId}, ${at.draftId}, p.kind, p.key, p.position, p.content, ${at.now}
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p(kind text, key text, position int, content jsonb)
  `.execute(db);
}

export async function writeState(
  db: Db,
  schoolId: string,
  draftId: string,
  to: { readonly state: DraftState; readonly sha256: string | null },
): Promise<void> {
  await db
    .updateTable('policy_draft')
    .set({ state: to.state, sent_sha256: to.sha256 })
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .execute();
}

/** Counts an edit. @returns its number */
export async function countEdit(
  db: Db,
  schoolId: string,
  draftId: string,
  { by, at }: { readonly by: string | null; readonly at: string },
): Promise<number> {
  const { edits } = await db
    .updateTable('policy_draft')
    .set({ edits: sql`edits + 1`, changed_by: by, changed_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .returning('edits')
    .executeTakeFirstOrThrow();
  return edits;
}

export interface NewEdit {
  readonly schoolId: string;
  readonly draftId: string;
  readonly n: number;
  readonly kind: PartKind;
  readonly key: string;
  readonly what: 'added' | 'changed' | 'moved' | 'taken-out' | 'brought-back';
  readonly before: unknown;
  readonly after: unknown;
  readonly by: string | null;
  readonly at: string;
}

export async function insertEdit(db: Db, edit: NewEdit): Promise<void> {
  await db
    .insertInto('policy_draft_edit')
    .values({
      school_id: edit.schoolId,
      draft_id: edit.draftId,
      n: edit.n,
      kind: edit.kind,
      key: edit.key,
      what: edit.what,
      before: jsonOrNull(edit.before),
      after: jsonOrNull(edit.after),
      edited_by: edit.by,
      edited_at: edit.at,
    })
    .execute();
}

export interface PartState {
  readonly position: number;
  readonly content: unknown;
  readonly takenOut: unknown;
  readonly revision: number;
}

/** Writes a part anew, or for the first time. */
export async function writePart(
  db: Db,
  part: {
    readonly schoolId: string;
    readonly draftId: string;
    readonly kind: PartKind;
    readonly key: string;
  } & PartState & {
      readonly by: string | null;
      readonly at: string;
    },
): Promise<void> {
  const said = {
    position: part.position,
    content: jsonOrNull(part.content),
    taken_out: jsonOrNull(part.takenOut),
    revision: part.revision,
    changed_by: part.by,
    changed_at: part.at,
  };
  await db
    .insertInto('policy_draft_part')
    .values({ school_id: part.schoolId, draft_id: part.draftId, kind: part.kind, key: part.key, ...said })
    .onConflict((conflict) => conflict.columns(['school_id', 'draft_id', 'kind', 'key']).doUpdateSet(said))
    .execute();
}

/** Makes room in front of a place: one statement, however many stand behind it. */
export async function shiftFrom(
  db: Db,
  schoolId: string,
  draftId: string,
  kind: PartKind,
  position: number,
): Promise<void> {
  await db
    .updateTable('policy_draft_part')
    .set({ position: sql`position + 1` })
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draftId)
    .where('kind', '=', kind)
    .where('position', '>=', position)
    .execute();
}

const jsonOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Puts a part at another place; what it says stays as it is. */
export async function placePart(
  db: Db,
  schoolId: string,
  draftId: string,
  kind: PartKind,
  key: string,
  position: number,
): Promise<void> {
  await db
    .updateTable('policy_draft_part')
    .set({ position })
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draftId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute();
}

export async function writeNote(
  db: Db,
  schoolId: string,
  draftId: string,
  note: Note,
  { by, at }: { readonly by: string | null; readonly at: string },
): Promise<void> {
  await db
    .updateTable('policy_draft')
    .set({
      name: note.name,
      change_note: note.changeNote,
      material: note.material,
      material_reason: note.materialReason,
      changed_by: by,
      changed_at: at,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .execute();
}

export interface NewComment {
  readonly schoolId: string;
  readonly id: string;
  readonly draftId: string;
  readonly clauseId: string | null;
  readonly words: string;
  readonly by: string;
  readonly at: string;
}

export async function insertComment(db: Db, comment: NewComment): Promise<void> {
  await db
    .insertInto('policy_draft_comment')
    .values({
      school_id: comment.schoolId,
      id: comment.id,
      draft_id: comment.draftId,
      clause_id: comment.clauseId,
      words: comment.words,
      said_by: comment.by,
      said_at: comment.at,
    })
    .execute();
}

/** @returns whether there was such a comment, still open */
export async function settleCommentRow(
  db: Db,
  schoolId: string,
  commentId: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<{ draftId: string; clauseId: string | null } | undefined> {
  const row = await db
    .updateTable('policy_draft_comment')
    .set({ settled_by: by, settled_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', commentId)
    .where('settled_at', 'is', null)
    .returning(['draft_id', 'clause_id'])
    .executeTakeFirst();
  return row && { draftId: row.draft_id, clauseId: row.clause_id };
}

export interface ClauseEdit {
  readonly before: Clause;
  readonly after: Clause;
}

/** Other words for many clauses: three statements, however many they are. @param draft with how many edits it has had */
export async function writeClauses(
  db: Db,
  draft: {
    readonly schoolId: string;
    readonly draftId: string;
    readonly edits: number;
    readonly by: string | null;
    readonly at: string;
  },
  edits: readonly ClauseEdit[],
): Promise<void> {
  const { schoolId, draftId, by, at } = draft;
  const rows = JSON.stringify(edits.map(({ before, after }, i) => ({ at: i + 1, key: before.id, before, after })));
  await sql`
    update policy_draft_part p
       set content = e.after, revision = revision + 1, changed_by = ${by}, changed_at = ${at}
      from jsonb_to_recordset(${rows}::jsonb) as e(key text, after jsonb)
     where p.school_id = ${schoolId} and p.draft_id = ${draftId} and p.kind = 'clause' and p.key = e.key
  `.execute(db);
  await sql`
    insert into policy_draft_edit (school_id, draft_id, n, kind, key, what, before, after, edited_by, edited_at)
    select ${schoolId}, ${draftId}, ${draft.edits} + e.at, 'clause', e.key, 'changed', e.before, e.after, ${by}, ${at}
      from jsonb_to_recordset(${rows}::jsonb) as e(at int, key text, before jsonb, after jsonb)
  `.execute(db);
  await db
    .updateTable('policy_draft')
    .set({ edits: draft.edits + edits.length, changed_by: by, changed_at: at })
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .execute();
}
