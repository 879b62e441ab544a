// Edits of a draft, one part at a time: a stale save is refused and loses nothing, and what stood there before is kept.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { peopleByIds, personName } from '#features/people/index.ts';
import { same } from '#features/policy/index.ts';
import { isOpen, type ContentOf, type PartKind } from './draft.ts';
import { draftReopened } from './events.ts';
import { lockDraft, partRow, stateOf, type DraftRow, type PartRow } from './queries.ts';
import { countEdit, insertEdit, writePart, writeState, type NewEdit } from './write-queries.ts';

/** @throws where the school has no such draft, or it can no longer be written */
export async function openDraft({ db, scopeId }: Context, draftId: string): Promise<DraftRow> {
  const row = await lockDraft(db, scopeId, draftId);
  if (!row) throw fail.notFound('draft');
  if (!isOpen(stateOf(row))) {
    throw fail.conflict({
      code: 'draft-closed',
      message: row.state === 'adopted' ? 'This draft is adopted: nothing of it changes.' : 'This draft was put away.',
      remedy: 'Begin another draft from it.',
    });
  }
  return row;
}

export interface PartEdit<Kind extends PartKind> {
  readonly kind: Kind;
  readonly key: string;
  /** The revision that was being edited; null for a part that is new. */
  readonly revision: number | null;
  /** Null takes it out. */
  readonly content: ContentOf[Kind] | null;
  /** Where it is to stand; left out, it stays where it is. */
  readonly position?: number;
  /** Left out, it follows from what stood there before. */
  readonly what?: NewEdit['what'];
}

export interface SavedPart {
  readonly revision: number;
  /** False where it said the same already. */
  readonly changed: boolean;
}

export async function savePart<Kind extends PartKind>(
  context: Context,
  draft: DraftRow,
  edit: PartEdit<Kind>,
): Promise<SavedPart> {
  const { db, scopeId } = context;
  const before = await partRow(db, scopeId, draft.id, edit.kind, edit.key);
  if ((before?.revision ?? null) !== edit.revision) throw await savedMeanwhile(context, before);
  const position = edit.position ?? before?.position ?? 0;
  const isSame = same(before?.content ?? null, edit.content);
  if (before && isSame && position === before.position) return { revision: before.revision, changed: false };
  const { by, at } = whoAndWhen(context);
  const revision = (before?.revision ?? 0) + 1;
  await writePart(db, {
    schoolId: scopeId,
    draftId: draft.id,
    kind: edit.kind,
    key: edit.key,
    position,
    content: edit.content,
    takenOut: edit.content === null ? (before?.content ?? null) : null,
    revision,
    by,
    at,
  });
  await insertEdit(db, {
    schoolId: scopeId,
    draftId: draft.id,
    n: await countEdit(db, scopeId, draft.id, { by, at }),
    kind: edit.kind,
    key: edit.key,
    what: edit.what ?? whatOf(before, edit.content),
    before: before?.content ?? null,
    after: edit.content,
    by,
    at,
  });
  await reopen(context, draft);
  return { revision, changed: true };
}

/** What was sent on or approved is decided on no longer once it is edited. */
export async function reopen(context: Context, draft: DraftRow): Promise<void> {
  if (stateOf(draft) === 'draft') return;
  await writeState(context.db, context.scopeId, draft.id, { state: 'draft', sha256: null });
  context.emit(draftReopened, { draftId: draft.id });
  context.remark({ about: { reopened: true } });
}

export const whoAndWhen = ({ actor, now }: Context): { by: string | null; at: string } => ({
  by: actor.kind === 'person' ? actor.personId : null,
  at: now,
});

const whatOf = (before: PartRow | undefined, after: unknown): NewEdit['what'] =>
  after === null ? 'taken-out' : before === undefined ? 'added' : before.content === null ? 'brought-back' : 'changed';

/** The page shows both texts; here it is said whose save came first. */
export async function savedMeanwhile({ db, scopeId }: Context, before: PartRow | undefined) {
  const [person] = before?.changed_by ? await peopleByIds(db, scopeId, [before.changed_by]) : [];
  const name = person ? personName(person) : 'Somebody';
  return fail.conflict({
    code: 'saved-meanwhile',
    message: `${name} has changed this meanwhile.`,
    remedy:
      'Nothing of theirs was overwritten and nothing of yours is lost: both stand side by side. Put them together, then save.',
  });
}

/** A part that says something. @throws where there is none, or it was taken out */
export async function sayingPart<Kind extends PartKind>(
  { db, scopeId }: Context,
  draftId: string,
  kind: Kind,
  key: string,
): Promise<PartRow<Kind> & { readonly content: ContentOf[Kind] }> {
  const row = await partRow(db, scopeId, draftId, kind, key);
  if (!row || row.content === null) throw fail.notFound(CALLED[kind]);
  return { ...row, content: row.content };
}

const CALLED: Readonly<Record<PartKind, string>> = {
  about: 'draft',
  clause: 'clause in this draft',
  setting: 'answer in this draft',
  definition: 'definition in this draft',
  linked: 'linked policy in this draft',
  choice: 'choice in this draft',
};
