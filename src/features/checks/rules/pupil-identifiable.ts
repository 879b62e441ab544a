// Finds a pupil picked out without the full name: first name with class, year or surname initial; surname with initial; any name at all where none may stand.
import { isOrdinaryWord, type Word } from '#features/people/names/index.ts';
import type { MatchedPerson } from '../draft.ts';
import { givenMentions, initialMentions, placeMentions, surnameMentions, type Mention } from '../people-keys.ts';
import { place } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';
import { otherWords } from './pupil-full-name.ts';

const pickedOut = (person: MatchedPerson, key: string): string => {
  if (key.startsWith('i:')) return 'is a pupil’s first name and initial.';
  return person.className !== undefined && key.startsWith('c:')
    ? 'is a pupil’s first name beside the class.'
    : 'is a pupil’s first name beside the year.';
};

/** Months, seasons and other everyday words with a capital are no names by themselves. */
const isDoubtful = (word: Word): boolean => isOrdinaryWord(word.text) || word.text.length < 3;

export const pupilIdentifiable: Rule = {
  name: 'pupil-identifiable',
  readsMedia: true,
  find: ({ reading, facts, answer }) => {
    const byKey = Map.groupBy(facts.people, (person) => person.key);
    const pupil = (mention: Mention): MatchedPerson | undefined =>
      byKey.get(mention.key)?.find((person) => person.kind === 'pupil');
    const hits = new Map<number, Hit>();
    const add = (mention: Mention, person: MatchedPerson, says: string, atMost: 'warn' | undefined): void => {
      const where = place(reading, mention.first.start, mention.last.end);
      if (hits.has(where.start)) return;
      const fixes = /^[if]:/.test(mention.key) || answer !== 'first-name-only' ? otherWords(person, answer, false) : [];
      hits.set(where.start, {
        ...where,
        message: `${quote(reading.text.slice(where.start, where.end))} ${says}`,
        remedy:
          answer === 'first-name-only'
            ? mention.key.startsWith('f:')
              ? 'Write the first name only, or “one of our pupils”.'
              : 'Leave out the class, year or initial, or write “one of our pupils”.'
            : 'Write “one of our pupils”.',
        fixes,
        who: 'headteacher',
        contestable: true,
        ...(atMost === undefined ? {} : { atMost }),
      });
    };
    for (const mention of [...initialMentions(reading), ...placeMentions(reading)]) {
      const person = pupil(mention);
      const { first } = mention;
      if (
        person === undefined ||
        (!first.capital && isOrdinaryWord(first.text)) ||
        (first.opens && isOrdinaryWord(first.text) && !mention.key.startsWith('i:'))
      )
        continue;
      add(
        mention,
        person,
        pickedOut(person, mention.key),
        first.capital && !isOrdinaryWord(first.text) ? undefined : 'warn',
      );
    }
    for (const mention of surnameMentions(reading)) {
      const pupils = byKey.get(mention.key)?.filter((one) => one.kind === 'pupil') ?? [];
      const [person] = pupils;
      if (person === undefined || pupils.length > 1) continue;
      const says = 'is the surname and initial of one pupil only.';
      add(mention, person, says, isOrdinaryWord(mention.last.text) ? 'warn' : undefined);
    }
    if (answer === 'none') {
      for (const mention of givenMentions(reading)) {
        const person = pupil(mention);
        if (person === undefined || (mention.first.opens && isDoubtful(mention.first))) continue;
        const only = (byKey.get(mention.key)?.filter((one) => one.kind === 'pupil').length ?? 0) === 1;
        add(
          mention,
          person,
          only ? 'is the first name of one pupil only.' : 'is a pupil’s first name.',
          isDoubtful(mention.first) ? 'warn' : undefined,
        );
      }
    }
    return [...hits.values()];
  },
};
