// What to call those who decide, meet and sign.
import type { Context } from '#kernel/context.ts';
import { peopleByIds, personName } from '#features/people/index.ts';

export async function namesOf({ db, scopeId }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await peopleByIds(db, scopeId, [...new Set(ids)]);
  return new Map(people.map((person) => [person.id, personName(person)]));
}
