// Statements about deliveries: one post on one account.
import type { Db } from '#kernel/context.ts';
import type { DeliveryState } from './delivery.ts';
import type { Payload } from './ports.ts';

export const deliveryRows = (db: Db, schoolId: string, postId: string) =>
  db
    .selectFrom('delivery as d')
    .innerJoin('account as a', (join) =>
      join.onRef('a.school_id', '=', 'd.school_id').onRef('a.id', '=', 'd.account_id'),
    )
    .selectAll('d')
    .select('a.name as account_name')
    .where('d.school_id', '=', schoolId)
    .where('d.post_id', '=', postId)
    .orderBy('d.due_at')
    .orderBy('d.id')
    .execute();

export const deliveryRow = (db: Db, schoolId: string, id: string) =>
  db.selectFrom('delivery').selectAll().where('school_id', '=', schoolId).where('id', '=', id).executeTakeFirst();

export const lockDelivery = (db: Db, schoolId: string, id: string) =>
  db
    .selectFrom('delivery')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** What waits for people: to publish, to find out, to send again, to take down. Of one person, only for accounts that they run. */
export const handworkRows = (db: Db, schoolId: string, runner: string | null) =>
  db
    .selectFrom('delivery as d')
    .innerJoin('account as a', (join) =>
      join.onRef('a.school_id', '=', 'd.school_id').onRef('a.id', '=', 'd.account_id'),
    )
    .select(['d.id', 'd.post_id', 'd.state', 'd.due_at', 'd.removal_asked_at', 'a.name as account_name'])
    .where('d.school_id', '=', schoolId)
    .where('d.state', 'in', ['by-hand', 'unknown', 'refused', 'removal-asked'])
    .$if(runner !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('authority as u')
            .select('u.id')
            .where('u.school_id', '=', schoolId)
            .whereRef('u.account_id', '=', 'd.account_id')
            .where('u.person_id', '=', runner!)
            .where('u.scope', '=', 'run')
            .where('u.ended_at', 'is', null),
        ),
      ),
    )
    .orderBy('d.due_at')
    .execute();

export interface NewDelivery {
  readonly id: string;
  readonly accountId: string;
  readonly connector: string;
  readonly state: Extract<DeliveryState, 'begun' | 'by-hand'>;
  readonly payload: Payload;
  readonly payloadSha256: string;
  readonly dueAt: string;
  readonly begunAt: string;
}

/** A delivery exists once per version and account: begun twice, it is still one. */
export async function insertDeliveries(
  db: Db,
  schoolId: string,
  postId: string,
  versionId: string,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await db
    .insertInto('delivery')
    .values(
      deliveries.map((delivery) => ({
        school_id: schoolId,
        id: delivery.id,
        post_id: postId,
        version_id: versionId,
        account_id: delivery.accountId,
        connector: delivery.connector,
        state: delivery.state,
        payload: JSON.stringify(delivery.payload),
        payload_sha256: delivery.payloadSha256,
        due_at: delivery.dueAt,
        attempts: 1,
        begun_at: delivery.begunAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['school_id', 'version_id', 'account_id']).doNothing())
    .execute();
}

export const settleDeliveryRow = (
  db: Db,
  schoolId: string,
  id: string,
  settled: { state: DeliveryState; permalink: string; problem: string; by: string | null; at: string },
) =>
  db
    .updateTable('delivery')
    .set({
      state: settled.state,
      permalink: settled.permalink,
      problem: settled.problem,
      settled_by: settled.by,
      settled_at: settled.at,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

/** As when it was begun: what a connector may have answered is asked for anew. */
export const beginDeliveryAgain = (db: Db, schoolId: string, id: string, at: string) =>
  db
    .updateTable('delivery')
    .set((eb) => ({
      state: 'begun',
      problem: '',
      settled_by: null,
      settled_at: null,
      begun_at: at,
      attempts: eb('attempts', '+', 1),
    }))
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const askRemoval = (
  db: Db,
  schoolId: string,
  id: string,
  asked: { reason: string; by: string | null; at: string },
) =>
  db
    .updateTable('delivery')
    .set({
      state: 'removal-asked',
      removal_reason: asked.reason,
      removal_asked_by: asked.by,
      removal_asked_at: asked.at,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const markRemoved = (db: Db, schoolId: string, id: string, proof: string, at: string) =>
  db
    .updateTable('delivery')
    .set({ state: 'removed', removed_at: at, removal_proof: proof })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();
