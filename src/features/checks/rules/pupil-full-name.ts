// Finds the first (or preferred) and last name of a pupil on the roll together, in any way of writing them.
import { matcherOf, type WordGroup } from '#features/people/names/index.ts';
import type { MatchedPerson } from '../draft.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

export interface NamedInFull {
  readonly group: WordGroup;
  readonly person: MatchedPerson;
  readonly sure: boolean;
}

/** Names are counted no further than this: the draft is stopped long before. */
const mostNamed = 200;

/** Everybody of one kind whose full name stands in the text; one find for each stretch of words, the surest. */
export const namedInFull = (
  groups: readonly WordGroup[],
  people: readonly MatchedPerson[],
  kinds: readonly MatchedPerson['kind'][],
): NamedInFull[] => {
  const byKey = Map.groupBy(people, (person) => person.key);
  const matchers = new Map(people.map((person) => [person, matcherOf(person)]));
  const found: NamedInFull[] = [];
  for (const group of groups) {
    for (const person of byKey.get(group.key) ?? []) {
      if (!kinds.includes(person.kind)) continue;
      const how = matchers.get(person)?.(group) ?? null;
      if (how !== null) found.push({ group, person, sure: how === 'name' });
    }
  }
  const surestFirst = found.toSorted(
    (one, other) =>
      Number(other.sure) - Number(one.sure) ||
      other.group.end - other.group.start - (one.group.end - one.group.start) ||
      one.group.start - other.group.start,
  );
  const kept: NamedInFull[] = [];
  for (const find of surestFirst) {
    if (kept.length === mostNamed) break;
    if (!kept.some(({ group }) => group.start < find.group.end && find.group.start < group.end)) kept.push(find);
  }
  return kept.toSorted((one, other) => one.group.start - other.group.start);
};

/** What may stand there instead: the first name where the policy allows it, or no name. */
export const otherWords = (person: MatchedPerson, answer: unknown, opensSentence: boolean): string[] => {
  const nameless = opensSentence ? 'One of our pupils' : 'one of our pupils';
  const name = person.preferred !== undefined && person.preferred !== '' ? person.preferred : person.first;
  return answer === 'first-name-only' && name !== '' && person.last !== '' ? [name, nameless] : [nameless];
};

const opens = (text: string, start: number): boolean =>
  /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 6), start));

export const pupilFullName: Rule = {
  name: 'pupil-full-name',
  readsMedia: true,
  find: ({ reading, facts, answer }) =>
    namedInFull(reading.groups, facts.people, ['pupil']).map(({ group, person, sure }): Hit => {
      const words = reading.text.slice(group.start, group.end);
      const fixes = otherWords(person, answer, opens(reading.text, group.start));
      return {
        start: group.start,
        end: group.end,
        message: sure
          ? `${quote(words)} is a pupil’s full name.`
          : `${quote(words)} may be ordinary words, and is also a pupil’s full name.`,
        remedy: sure
          ? `Write ${fixes.map((fix) => `“${fix}”`).join(' or ')} instead.`
          : 'If the pupil is meant, write the first name only; if not, leave it.',
        fixes: sure ? fixes : [],
        who: null,
        contestable: true,
        ...(sure ? {} : { atMost: 'warn' as const }),
      };
    }),
};
