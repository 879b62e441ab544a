// Definitions and linked policies of a draft: each known by a number of its own, a new one coming last.
import type { Context } from '#kernel/context.ts';
import type { ContentOf } from './draft.ts';
import { savePart, type SavedPart } from './edit-part.ts';
import { partRows, type DraftRow } from './queries.ts';

/** One that is there, as it was read; or a new one, where no key is given. */
export interface Entry<Kind extends 'definition' | 'linked'> {
  readonly kind: Kind;
  readonly key: string | undefined;
  readonly revision: number | undefined;
  readonly content: ContentOf[Kind];
}

export async function saveEntry<Kind extends 'definition' | 'linked'>(
  context: Context,
  draft: DraftRow,
  { kind, key, revision, content }: Entry<Kind>,
): Promise<SavedPart & { readonly key: string }> {
  if (key !== undefined) {
    return { key, ...(await savePart(context, draft, { kind, key, revision: revision ?? null, content })) };
  }
  const rows = (await partRows(context.db, context.scopeId, draft.id)).filter((row) => row.kind === kind);
  const next = String(Math.max(0, ...rows.map((row) => Number(row.key))) + 1);
  const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
  return { key: next, ...(await savePart(context, draft, { kind, key: next, revision: null, content, position })) };
}
