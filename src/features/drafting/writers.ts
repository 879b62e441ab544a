// The names of those who wrote, by their ids.
import type { Db } from '#kernel/context.ts';
import { peopleByIds, personName } from '#features/people/index.ts';

/** @returns what to call somebody; nothing where nobody is known */
export async function namesOf(
  db: Db,
  schoolId: string,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const names = new Map((await peopleByIds(db, schoolId, wanted)).map((one) => [one.id, personName(one)]));
  return (id) => names.get(id ?? '') ?? '';
}
