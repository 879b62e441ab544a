// The school's own zone, in which people say times.
import type { Db } from '#kernel/context.ts';
import { schoolRow } from '#features/schools/index.ts';

export const zoneOf = async (db: Db, schoolId: string): Promise<string> =>
  (await schoolRow(db, schoolId))?.zone ?? 'Europe/London';
