// What the public noticeboard shows: statements that a visitor may run.
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
