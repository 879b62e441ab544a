// Every statement of the media feature.
import type { Db } from '#kernel/context.ts';

export interface MediaFacts {
  readonly id: string;
  readonly address: string;
  readonly thumbnailAddress: string;
  /** Of the cleaned bytes, which are the ones that would go out. */
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly originalName: string;
}

export interface MediaRow extends MediaFacts {
  readonly addedBy: string;
  readonly addedAt: string;
  /** Set aside as possibly illegal or compromising: no door opens it. */
  readonly quarantined: boolean;
}

export async function insertMedia(
  db: Db,
  schoolId: string,
  media: MediaFacts,
  addedBy: string,
  now: string,
): Promise<void> {
  await db
    .insertInto('media')
    .values({
      school_id: schoolId,
      id: media.id,
      address: media.address,
      thumbnail_address: media.thumbnailAddress,
      sha256: media.sha256,
      content_type: media.contentType,
      bytes: media.bytes,
      width: media.width,
      height: media.height,
      original_name: media.originalName,
      added_by: addedBy,
      added_at: now,
    })
    .execute();
}

/** Also those that are set aside; whoever shows them must ask. */
export async function mediaByIds(db: Db, schoolId: string, ids: readonly string[]): Promise<MediaRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('media')
    .select([
      'id',
      'address',
      'thumbnail_address as thumbnailAddress',
      'sha256',
      'content_type as contentType',
      'bytes',
      'width',
      'height',
      'original_name as originalName',
      'added_by as addedBy',
      'added_at as addedAt',
      'quarantined_at',
    ])
    .where('school_id', '=', schoolId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(({ quarantined_at: since, ...row }) => ({ ...row, quarantined: since !== null }));
}

export type PublishedMedia = Omit<MediaFacts, 'originalName'>;

/** For visitors: their row policy leaves only pictures that a notice on the board shows. */
export const publishedMedia = (db: Db, schoolId: string, id: string): Promise<PublishedMedia | undefined> =>
  db
    .selectFrom('media')
    .select([
      'id',
      'address',
      'thumbnail_address as thumbnailAddress',
      'sha256',
      'content_type as contentType',
      'bytes',
      'width',
      'height',
    ])
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('quarantined_at', 'is', null)
    .executeTakeFirst();

/** Were these very bytes set aside before? */
export async function bytesAreQuarantined(db: Db, schoolId: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('media')
    .select('id')
    .where('school_id', '=', schoolId)
    .where('sha256', '=', sha256)
    .where('quarantined_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Sets every copy of these bytes aside. @returns the ids of those that were not yet */
export async function quarantineBytes(
  db: Db,
  schoolId: string,
  sha256: string,
  by: string,
  now: string,
): Promise<string[]> {
  const rows = await db
    .updateTable('media')
    .set({ quarantined_at: now, quarantined_by: by })
    .where('school_id', '=', schoolId)
    .where('sha256', '=', sha256)
    .where('quarantined_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
