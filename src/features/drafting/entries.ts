// Definitions and linked policies of a draft: each known by a number of its own, a new one coming last.
import type { Context } from '#kernel/context.ts';
import { partRows } from './queries.ts';

type Entry = 'definition' | 'linked';

const rowsOf = async ({ db, scopeId }: Context, draftId: string, kind: Entry) =>
  (await partRows(db, scopeId, draftId)).filter((row) => row.kind === kind);

export async function newEntry(context: Context, draftId: string, kind: Entry): Promise<string> {
  const rows = await rowsOf(context, draftId, kind);
  return String(Math.max(0, ...rows.map(({ key }) => Number(key))) + 1);
}

export async function placeOfEntry(context: Context, draftId: string, kind: Entry): Promise<{ position: number }> {
  const rows = await rowsOf(context, draftId, kind);
  return { position: Math.max(-1, ...rows.map(({ position }) => position)) + 1 };
}
