// Statements about the catalogue of platforms.
import type { Db } from '#kernel/context.ts';
import type { Platform } from './account.ts';
import type { CatalogueEntry, PlatformConnector, PlatformKind } from './catalogue.ts';
import type { Counting } from './words-length.ts';

export interface PlatformRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly connector: string;
  readonly words_limit: number | null;
  readonly counting: string;
  readonly composer_url: string;
  readonly hosts: string[];
  readonly source: string;
  readonly checked_on: string | null;
  readonly retired_at: string | null;
}

/** The database holds only these words: its own checks say so. */
export const platformFrom = (row: PlatformRow): Platform => ({
  id: row.id,
  key: row.key,
  name: row.name,
  kind: row.kind as PlatformKind,
  connector: row.connector as PlatformConnector,
  wordsLimit: row.words_limit,
  counting: row.counting as Counting,
  composerUrl: row.composer_url,
  hosts: row.hosts,
  source: row.source,
  checkedOn: row.checked_on,
  retired: row.retired_at !== null,
});

export async function platformRows(db: Db, schoolId: string): Promise<Platform[]> {
  const rows = await db
    .selectFrom('platform')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(platformFrom);
}

export async function platformOf(db: Db, schoolId: string, id: string): Promise<Platform | undefined> {
  const row = await db
    .selectFrom('platform')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && platformFrom(row);
}

export type NewPlatform = Omit<CatalogueEntry, 'retired'> & { readonly id: string; readonly retiredAt: string | null };

export async function insertPlatforms(db: Db, schoolId: string, platforms: readonly NewPlatform[]): Promise<void> {
  await db
    .insertInto('platform')
    .values(
      platforms.map((platform) => ({
        school_id: schoolId,
        id: platform.id,
        key: platform.key,
        name: platform.name,
        kind: platform.kind,
        connector: platform.connector,
        words_limit: platform.wordsLimit,
        counting: platform.counting,
        composer_url: platform.composerUrl,
        hosts: [...platform.hosts],
        source: platform.source,
        checked_on: platform.checkedOn,
        retired_at: platform.retiredAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['school_id', 'key']).doNothing())
    .execute();
}

export type PlatformChange = Pick<
  Platform,
  'name' | 'kind' | 'wordsLimit' | 'counting' | 'composerUrl' | 'hosts' | 'source'
>;

export const updatePlatformRow = (db: Db, schoolId: string, id: string, set: PlatformChange, checkedOn: string) =>
  db
    .updateTable('platform')
    .set({
      name: set.name,
      kind: set.kind,
      words_limit: set.wordsLimit,
      counting: set.counting,
      composer_url: set.composerUrl,
      hosts: set.hosts,
      source: set.source,
      checked_on: checkedOn,
    })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .execute();

export const retirePlatformRow = (db: Db, schoolId: string, id: string, now: string) =>
  db
    .updateTable('platform')
    .set({ retired_at: now })
    .where('school_id', '=', schoolId)
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute();
