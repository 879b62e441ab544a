// Statements about the public noticeboard: what it shows, which a visitor may run, and what is pinned to it and taken off.
import { sql } from 'kysely';
import type { Db } from '#kernel/context.ts';

const shown = (db: Db, schoolId: string) =>
  db
    .selectFrom('noticeboard_item as n')
    .innerJoin('account as a', (join) =>
      join.onRef('a.school_id', '=', 'n.school_id').onRef('a.id', '=', 'n.account_id'),
    )
    .select(['n.id', 'n.words', 'n.pictures', 'n.published_at', 'n.removed_at', 'n.removed_note', 'a.name as board'])
    .where('n.school_id', '=', schoolId);

export const newestNotices = (db: Db, schoolId: string, before: { at: string; id: string } | null, limit: number) =>
  shown(db, schoolId)
    .where('n.removed_at', 'is', null)
    .$if(before !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('n.published_at', '<', before!.at),
          eb.and([eb('n.published_at', '=', before!.at), eb('n.id', '<', before!.id)]),
        ]),
      ),
    )
    .orderBy('n.published_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute();

export const noticeRow = (db: Db, schoolId: string, id: string) =>
  shown(db, schoolId).where('n.id', '=', id).executeTakeFirst();

/** Pinned once, however often it is asked. */
export async function insertNotice(
  db: Db,
  item: {
    schoolId: string;
    id: string;
    accountId: string;
    deliveryId: string;
    words: string;
    pictures: object;
    at: string;
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with put as (
      insert into noticeboard_item (school_id, id, account_id, delivery_id, words, pictures, published_at)
      values (${item.schoolId}, ${item.id}, ${item.accountId}, ${item.deliveryId}, ${item.words}, ${JSON.stringify(item.pictures)}::jsonb, ${item.at})
      on conflict (school_id, delivery_id) do nothing returning id)
    select id from put union all
    select id from noticeboard_item where school_id = ${item.schoolId} and delivery_id = ${item.deliveryId} limit 1`.execute(
    db,
  );
  return rows[0]!.id;
}

export const noticeOf = (db: Db, schoolId: string, deliveryId: string) =>
  db
    .selectFrom('noticeboard_item')
    .select(['id', 'removed_at'])
    .where('school_id', '=', schoolId)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst();

export const removeNotice = (db: Db, schoolId: string, deliveryId: string, note: string, at: string) =>
  db
    .updateTable('noticeboard_item')
    .set({ removed_at: at, removed_note: note, words: '', pictures: '[]' })
    .where('school_id', '=', schoolId)
    .where('delivery_id', '=', deliveryId)
    .where('removed_at', 'is', null)
    .execute();
