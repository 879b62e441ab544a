// Statements about the figures that modules quote.
import type { Db } from '#kernel/context.ts';

export interface FactRow {
  readonly id: string;
  readonly moduleId: string;
  readonly claim: string;
  readonly source: string;
  readonly address: string;
  readonly datedOn: string;
  readonly recheckOn: string;
  readonly ownerId: string;
  readonly askedAt: string | null;
}

/** Those that stand today. */
export function factRows(db: Db, schoolId: string, moduleIds?: readonly string[]): Promise<FactRow[]> {
  let query = db
    .selectFrom('training_fact')
    .select([
      'id',
      'module_id as moduleId',
      'claim',
      'source',
      'address',
      'dated_on as datedOn',
      'recheck_on as recheckOn',
      'owner_id as ownerId',
      'asked_at as askedAt',
    ])
    .where('school_id', '=', schoolId)
    .where('ended_at', 'is', null);
  if (moduleIds !== undefined) query = query.where((eb) => eb('module_id', '=', eb.fn.any(eb.val([...moduleIds]))));
  return query.orderBy('recheck_on').orderBy('id').execute();
}

export async function insertFact(
  db: Db,
  schoolId: string,
  fact: Omit<FactRow, 'askedAt'>,
  by: string | null,
  now: string,
): Promise<void> {
  await db
    .insertInto('training_fact')
    .values({
      school_id: schoolId,
      id: fact.id,
      module_id: fact.moduleId,
      claim: fact.claim,
      source: fact.source,
      address: fact.address,
      dated_on: fact.datedOn,
      recheck_on: fact.recheckOn,
      owner_id: fact.ownerId,
      recorded_by: by,
      recorded_at: now,
    })
    .execute();
}

/** Put aside, not taken away: what was quoted can be looked up. @returns whether it stood */
export async function endFact(db: Db, schoolId: string, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('training_fact')
    .set({ ended_at: now })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const setAsked = (db: Db, schoolId: string, ids: readonly string[], now: string) =>
  db
    .updateTable('training_fact')
    .set({ asked_at: now })
    .where('school_id', '=', schoolId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
