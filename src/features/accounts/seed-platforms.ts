// The catalogue that a new school starts with.
import type { Db } from '#kernel/context.ts';
import { catalogue } from './catalogue.ts';
import { insertPlatforms } from './platform-queries.ts';

/** Safe to repeat: what the school has already, it keeps as it is. */
export async function seedPlatforms(
  db: Db,
  schoolId: string,
  { now, newId }: { now: string; newId: () => string },
): Promise<void> {
  const platforms = catalogue.map(({ retired, ...entry }) => ({
    ...entry,
    id: newId(),
    retiredAt: retired ? now : null,
  }));
  await insertPlatforms(db, schoolId, platforms);
}
