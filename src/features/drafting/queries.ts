// Every statement that reads a draft.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';
import type { PolicyDocument } from '#features/policy/index.ts';
import { ABOUT, NOTE, type ContentOf, type DraftState, type Part, type PartKind } from './draft.ts';

const HEAD = [
  'id',
  'name',
  'state',
  'begun_from',
  'begun_words',
  'begun_version',
  'begun_by',
  'begun_at',
  'words_by',
  'change_note',
  'material',
  'material_reason',
  'sent_sha256',
  'edits',
  'changed_by',
  'changed_at',
] as const;

/** The latest changed first. */
export const draftRows = (db: Db, schoolId: string) =>
  db
    .selectFrom('policy_draft')
    .select([...HEAD])
    .where('school_id', '=', schoolId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute();
export type DraftRow = Awaited<ReturnType<typeof draftRows>>[number];

export const draftRow = (db: Db, schoolId: string, draftId: string) =>
  db
    .selectFrom('policy_draft')
    .select([...HEAD])
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .executeTakeFirst();

/** Edits of one draft come one after another; those of different parts still do not disturb each other. */
export const lockDraft = (db: Db, schoolId: string, draftId: string) =>
  db
    .selectFrom('policy_draft')
    .select([...HEAD])
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst();

export async function begunDocumentOf(db: Db, schoolId: string, draftId: string): Promise<PolicyDocument | undefined> {
  const row = await db
    .selectFrom('policy_draft')
    .select('begun_document')
    .where('school_id', '=', schoolId)
    .where('id', '=', draftId)
    .executeTakeFirst();
  return row?.begun_document as unknown as PolicyDocument | undefined;
}

export interface PartRow<Kind extends PartKind = PartKind> {
  readonly kind: Kind;
  readonly key: string;
  readonly position: number;
  /** Null where it was taken out. */
  readonly content: ContentOf[Kind] | null;
  readonly taken_out: ContentOf[Kind] | null;
  readonly revision: number;
  readonly changed_by: string | null;
  readonly changed_at: string;
}

const parts = (db: Db, schoolId: string, draftId: string) =>
  db
    .selectFrom('policy_draft_part')
    .select(['kind', 'key', 'position', 'content', 'taken_out', 'revision', 'changed_by', 'changed_at'])
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draftId)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('key');

export async function partRows(db: Db, schoolId: string, draftId: string): Promise<PartRow[]> {
  return (await parts(db, schoolId, draftId).execute()) as unknown as PartRow[];
}

export async function partRow<Kind extends PartKind>(
  db: Db,
  schoolId: string,
  draftId: string,
  kind: Kind,
  key: string,
): Promise<PartRow<Kind> | undefined> {
  const row = await parts(db, schoolId, draftId).where('kind', '=', kind).where('key', '=', key).executeTakeFirst();
  return row as unknown as PartRow<Kind> | undefined;
}

/** What the draft says now. */
export const sayingParts = (rows: readonly PartRow[]): Part[] =>
  rows.flatMap(({ kind, key, position, content }) => (content === null ? [] : [{ kind, key, position, content }]));

/** Everybody whose words it may have: whoever began it, who wrote the draft that it was begun from, and who has edited its parts. */
export async function authorsOf(
  db: Db,
  schoolId: string,
  draft: Pick<DraftRow, 'id' | 'begun_by' | 'words_by'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('policy_draft_edit')
    .select('edited_by')
    .select(sql<number>`min(n)`.as('first'))
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draft.id)
    .where('edited_by', 'is not', null)
    .where((edit) => edit.not(edit.and({ kind: ABOUT, key: NOTE })))
    .groupBy('edited_by')
    .orderBy('first')
    .execute();
  const editors = rows.map(({ edited_by: id }) => id);
  return [...new Set([draft.begun_by, ...draft.words_by, ...editors])].flatMap((id) => id ?? []);
}

export const stateOf = ({ state }: { readonly state: string }): DraftState => state as DraftState;

/** Open comments first, then those that are dealt with, each in the order in which they were said. */
export const commentRows = (db: Db, schoolId: string, draftId: string) =>
  db
    .selectFrom('policy_draft_comment')
    .select(['id', 'clause_id', 'words', 'said_by', 'said_at', 'settled_by', 'settled_at'])
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draftId)
    .orderBy(sql`settled_at is not null`)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
export type CommentRow = Awaited<ReturnType<typeof commentRows>>[number];

/** The newest first. */
export const editRows = (
  db: Db,
  schoolId: string,
  draftId: string,
  { before, part, limit }: { before?: number; part?: { kind: PartKind; key: string }; limit: number },
) =>
  db
    .selectFrom('policy_draft_edit')
    .select(['n', 'kind', 'key', 'what', 'before', 'after', 'edited_by', 'edited_at'])
    .where('school_id', '=', schoolId)
    .where('draft_id', '=', draftId)
    .$if(before !== undefined, (query) => query.where('n', '<', before!))
    .$if(part !== undefined, (query) => query.where('kind', '=', part!.kind).where('key', '=', part!.key))
    .orderBy('n', 'desc')
    .limit(limit)
    .execute();
export type EditRow = Awaited<ReturnType<typeof editRows>>[number];

/** Ids are given one after another, also to two people who write at once. */
export const holdClauseIds = async (db: Db, schoolId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('clause ids ' || ${schoolId}, 0))`.execute(db);
};

/** The highest number among the clauses that the school wrote itself: `12` of `OWN-12`. */
export async function lastOwnClause(db: Db, schoolId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substr(key, 5)::int), 0) as last from policy_draft_part
     where school_id = ${schoolId} and kind = 'clause' and key ~ '^OWN-[0-9]{2,4}$'
  `.execute(db);
  return rows[0]!.last;
}

/** The draft that a version was adopted from: known by the hash of its document. */
export const adoptedDraft = (db: Db, schoolId: string, digest: string) =>
  db
    .selectFrom('policy_draft')
    .select(['id', 'begun_by', 'words_by'])
    .where('school_id', '=', schoolId)
    .where('sent_sha256', '=', digest)
    .where('state', '=', 'adopted')
    .executeTakeFirst();
