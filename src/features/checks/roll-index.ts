// The roll in memory, for the command line and for tests: from stored keys to people.
import { nameKeys, type PlacedPerson } from '#features/people/names/index.ts';
import type { MatchedPerson } from './draft.ts';

export interface RollIndex {
  /** The people found by these keys, at most three for each. */
  find(keys: readonly string[]): MatchedPerson[];
}

const enough = 3;

export const indexRoll = (people: readonly (PlacedPerson & { readonly id: string })[]): RollIndex => {
  const byKey = new Map<string, MatchedPerson[]>();
  for (const person of people) {
    for (const key of nameKeys(person)) {
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, [{ ...person, key }]);
      else if (found.length < enough) found.push({ ...person, key });
    }
  }
  return { find: (keys) => [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []) };
};
