// What to call people, by their ids.
import type { Db } from '#kernel/context.ts';
import { personName } from './person.ts';
import { peopleByIds } from './queries.ts';

/** @returns names by id; ids that nobody has here are left out */
export async function namesOf(
  db: Db,
  schoolId: string,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  return new Map((await peopleByIds(db, schoolId, wanted)).map((row) => [row.id, personName(row)]));
}
