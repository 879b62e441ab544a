// Statements about inductions and the points of their lists.
import type { Db } from '#kernel/context.ts';

export interface InductionRow {
  readonly personId: string;
  readonly begunAt: string;
  readonly completedAt: string | null;
  readonly completedBy: string | null;
}

export const inductionRows = (db: Db, schoolId: string): Promise<InductionRow[]> =>
  db
    .selectFrom('training_induction')
    .select([
      'person_id as personId',
      'begun_at as begunAt',
      'completed_at as completedAt',
      'completed_by as completedBy',
    ])
    .where('school_id', '=', schoolId)
    .orderBy('begun_at', 'desc')
    .orderBy('person_id')
    .limit(500)
    .execute();

export interface PointRow {
  readonly personId: string;
  readonly point: string;
  readonly heldBy: string;
  readonly heldOn: string;
  readonly note: string;
}

export function pointRows(db: Db, schoolId: string, personIds: readonly string[]): Promise<PointRow[]> {
  return db
    .selectFrom('training_induction_point')
    .select(['person_id as personId', 'point', 'held_by as heldBy', 'held_on as heldOn', 'note'])
    .where('school_id', '=', schoolId)
    .where((eb) => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .execute();
}

/** Begun twice, it is one. */
export const beginInductionRow = (db: Db, schoolId: string, personId: string, by: string | null, now: string) =>
  db
    .insertInto('training_induction')
    .values({ school_id: schoolId, person_id: personId, begun_by: by, begun_at: now })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id']).doNothing())
    .execute();

/** Locked until the commit: a point is not put right while the list is being completed. */
export const lockedInduction = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('training_induction')
    .select(['completed_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();

/** Noted twice, the later holds. */
export async function putPoint(
  db: Db,
  schoolId: string,
  { personId, point, ...said }: PointRow,
  by: string | null,
  now: string,
): Promise<void> {
  const set = { held_by: said.heldBy, held_on: said.heldOn, note: said.note, recorded_by: by, recorded_at: now };
  await db
    .insertInto('training_induction_point')
    .values({ school_id: schoolId, person_id: personId, point, ...set })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id', 'point']).doUpdateSet(set))
    .execute();
}

export const completeInductionRow = (db: Db, schoolId: string, personId: string, by: string | null, now: string) =>
  db
    .updateTable('training_induction')
    .set({ completed_at: now, completed_by: by })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .execute();
