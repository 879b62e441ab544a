// Every statement about the addresses at which calendar programs read somebody’s dates.
import type { Db } from '#kernel/context.ts';

export const ownFeed = (db: Db, schoolId: string, personId: string) =>
  db
    .selectFrom('calendar_feed')
    .select(['id', 'made_at'])
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

/** Whose feed it is, while its address still works. */
export const holderOfFeed = (db: Db, schoolId: string, feedId: string) =>
  db
    .selectFrom('calendar_feed')
    .select('person_id')
    .where('school_id', '=', schoolId)
    .where('id', '=', feedId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

/** @returns whether there was one */
export async function revokeFeeds(db: Db, schoolId: string, personId: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('school_id', '=', schoolId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const insertFeed = (
  db: Db,
  schoolId: string,
  feed: { readonly id: string; readonly personId: string; readonly tokenSha256: string; readonly at: string },
) =>
  db
    .insertInto('calendar_feed')
    .values({
      school_id: schoolId,
      id: feed.id,
      person_id: feed.personId,
      token_sha256: feed.tokenSha256,
      made_at: feed.at,
    })
    .execute();
