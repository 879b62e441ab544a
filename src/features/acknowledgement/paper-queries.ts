// Statements about sheets of paper with signatures.
import type { Db } from '#kernel/context.ts';

export async function insertPaper(
  db: Db,
  schoolId: string,
  paper: { id: string; address: string; sha256: string; contentType: string; bytes: number; addedBy: string },
  now: string,
): Promise<void> {
  await db
    .insertInto('acknowledgement_paper')
    .values({
      school_id: schoolId,
      id: paper.id,
      address: paper.address,
      sha256: paper.sha256,
      content_type: paper.contentType,
      bytes: paper.bytes,
      added_by: paper.addedBy,
      added_at: now,
    })
    .execute();
}

export const paperRow = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('acknowledgement_paper')
    .select(['id', 'address', 'sha256', 'content_type', 'added_by', 'added_at'])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Whose signatures a sheet of paper carries. */
export const peopleOfPaper = (db: Db, schoolId: string, paperId: string) =>
  db
    .selectFrom('acknowledgement')
    .select('person_id')
    .where('school_id', '=', schoolId)
    .where('paper_id', '=', paperId)
    .execute();
