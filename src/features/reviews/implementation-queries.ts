// Every statement about putting a version into practice.
import type { Db } from '#kernel/context.ts';
import type { Json } from '#kernel/canonical.ts';
import type { Tick } from './implementation-items.ts';

export async function tickRows(db: Db, schoolId: string, versionId: string): Promise<Tick[]> {
  const rows = await db
    .selectFrom('implementation_item')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('version_id', '=', versionId)
    .execute();
  return rows.map((row) => ({ item: row.item, ownerId: row.owner_id, doneAt: row.done_at, note: row.note }));
}

export async function putTick(
  db: Db,
  schoolId: string,
  versionId: string,
  tick: Tick,
  doneBy: string | null,
): Promise<void> {
  const values = { owner_id: tick.ownerId, done_at: tick.doneAt, done_by: doneBy, note: tick.note };
  await db
    .insertInto('implementation_item')
    .values({ school_id: schoolId, version_id: versionId, item: tick.item, ...values })
    .onConflict((there) => there.columns(['school_id', 'version_id', 'item']).doUpdateSet(values))
    .execute();
}

export const implementationReviewRow = (db: Db, schoolId: string, versionId: string) =>
  db
    .selectFrom('implementation_review')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('version_id', '=', versionId)
    .executeTakeFirst();

export async function putConsultation(
  db: Db,
  schoolId: string,
  versionId: string,
  note: { readonly by: string | null; readonly at: string; readonly words: string },
): Promise<void> {
  const values = { consulted_by: note.by, consulted_at: note.at, consultation: note.words };
  await db
    .insertInto('implementation_review')
    .values({ school_id: schoolId, version_id: versionId, ...values })
    .onConflict((there) => there.columns(['school_id', 'version_id']).doUpdateSet(values))
    .execute();
}

export const closeImplementationRow = (
  db: Db,
  schoolId: string,
  versionId: string,
  closing: { readonly finding: string; readonly figures: Json; readonly by: string | null; readonly at: string },
) =>
  db
    .updateTable('implementation_review')
    .set({
      finding: closing.finding,
      figures: JSON.stringify(closing.figures),
      closed_by: closing.by,
      closed_at: closing.at,
    })
    .where('school_id', '=', schoolId)
    .where('version_id', '=', versionId)
    .execute();
