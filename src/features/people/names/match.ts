// Says whether a group of words found on the roll really is that person's name, and how sure one can be of it.
import { firstNamesOf, lastNamesOf, waysToWrite, type NamedPerson, type Written } from './keys.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import type { WordGroup } from './word-groups.ts';

/** `ordinary`: both words are in small letters and ordinary English, so it may well not be a name. */
export type Sureness = 'name' | 'ordinary';

/** A run of letters written in one, without tag or capitals, is taken for a name from this length ("ameliabrown", not "jackson"). */
const shortestRun = 8;

const isPartOf = (cuts: readonly number[], seams: readonly number[]): boolean =>
  cuts.every((cut) => seams.includes(cut));

const fits = (group: WordGroup, before: Written, after: Written): Sureness | null => {
  if (before.text + after.text !== group.text) return null;
  const seam = before.text.length;
  if (group.cuts.length === 0) {
    if (!group.inside && !group.prose && group.end - group.start > 0 && group.text.length < shortestRun) return null;
    return 'name';
  }
  const natural = [...before.seams, seam, ...after.seams.map((cut) => cut + seam)];
  if (isPartOf(group.cuts, natural)) {
    if (!group.cuts.includes(seam)) return group.text.length >= shortestRun ? 'name' : null;
    return group.small && group.prose && isOrdinaryWord(before.text) && isOrdinaryWord(after.text)
      ? 'ordinary'
      : 'name';
  }
  const letters = group.cuts.length === group.text.length - 1 || group.cuts.length > 4;
  if (letters) return 'name';
  return group.cuts.includes(seam) && (!group.small || !group.prose) ? 'name' : null;
};

/** A person's names worked out once, to hold against many groups. */
export const matcherOf = (person: NamedPerson): ((group: WordGroup) => Sureness | null) => {
  const firsts = firstNamesOf(person);
  const lasts = lastNamesOf(person);
  const only =
    firsts.length > 0 && lasts.length > 0
      ? []
      : [person.first, person.last, person.preferred ?? ''].flatMap((name) => waysToWrite(name, 'none'));
  return (group) => compare(group, firsts, lasts, only);
};

export const sureness = (group: WordGroup, person: NamedPerson): Sureness | null => matcherOf(person)(group);

const compare = (
  group: WordGroup,
  firsts: readonly Written[],
  lasts: readonly Written[],
  only: readonly Written[],
): Sureness | null => {
  let best: Sureness | null = null;
  for (const first of firsts) {
    for (const last of lasts) {
      for (const found of [fits(group, first, last), fits(group, last, first)]) {
        if (found === 'name') return 'name';
        best ??= found;
      }
    }
  }
  if (only.some((way) => way.text === group.text && isPartOf(group.cuts, way.seams)))
    return group.small && isOrdinaryWord(group.text) ? 'ordinary' : 'name';
  return best;
};
