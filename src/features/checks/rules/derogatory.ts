// Finds ridicule, judgement and accusation of a person or a body, belittling of the school, and bad manners.
import { isTitle } from '#features/people/names/index.ts';
import * as wording from '../lexicon/derogatory.ts';
import { searchLists, type Found, type WordingList } from '../lexicon-search.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import { namedInFull } from './pupil-full-name.ts';

const remedy = 'Say what happened and what the school will do, without judging anybody.';
/** Stories, lessons and campaigns in which such words are somebody else's or are spoken against. */
const story =
  /\b(?:anti[- ]bullying|bullying week|macbeth|character|villain|story|stories|novel|book|film|panto(?:mime)?|play|the twits|horrible histories|horrible science|horrid henry|goldilocks|wolf|witch|grinch|pirates?|dragon|monster|giant|dinosaurs?|king john|henry viii|poem|weather|storm|traffic|worst day|rude health|lazy (?:sunday|river|eye)|fire safety|phonics|joke (?:day|competition)|science|experiment|stereotypes?|recycl\w+)\b/;
const kindly = /^[^.!?\n]{0,12}\b(?:good|great|proud|amazing|talented|funny|fun|brilliant|clever)\b/;
const notInsult =
  /\b(?:crazy|mad|wild|slow|weird|fat|ugly|dirty|late|missing|a nightmare|the worst|worst|fat cat|mental)$/;

const isMeant = (found: Found): boolean =>
  !story.test(found.sentence) &&
  !/\bn't\b|n't (?:a |so )?|\bnot\b|\bnever\b/.test(found.words) &&
  !kindly.test(found.after);

/** A full name, a titled surname or a known person stands right before the judgement. */
const followsName = (found: Found, reading: Reading, ends: readonly number[]): boolean => {
  const index = reading.words.findLastIndex((word) => word.end <= found.start);
  const word = reading.words[index];
  if (word === undefined || found.start - word.end > 2) return false;
  if (ends.includes(reading.folded.to[word.end - 1] ?? -1)) return true;
  const before = reading.words[index - 1];
  return (
    word.capital &&
    before !== undefined &&
    (isTitle(before) || (before.capital && !before.opens && !word.opens && word.gap === 'space'))
  );
};

export const derogatory: Rule = {
  name: 'derogatory',
  readsMedia: true,
  find: ({ reading, facts }) => {
    const ends = namedInFull(reading.groups, facts.people, ['pupil', 'staff', 'other-adult']).map(
      ({ group }) => group.end,
    );
    const lists: WordingList[] = [
      {
        search: wording.calledIll,
        says: 'judges or ridicules somebody.',
        remedy,
        who: 'headteacher',
        clearedByQuotation: true,
        when: (found) =>
          isMeant(found) &&
          !(notInsult.test(found.words) && /^(?:it|we|the weather|who|team)\b/.test(found.words)) &&
          !/^(?:it|who) /.test(found.words.replace("'s", ' ')),
      },
      {
        search: wording.illAfterName,
        says: 'judges or ridicules somebody by name.',
        remedy,
        who: 'headteacher',
        clearedByQuotation: true,
        when: (found, where) => isMeant(found) && followsName(found, where, ends),
      },
      {
        search: wording.belittling,
        says: 'belittles a person or the school.',
        remedy,
        who: 'headteacher',
        clearedByQuotation: true,
        when: (found) => !story.test(found.sentence),
      },
      {
        search: wording.accusing,
        says: 'accuses somebody of wrongdoing.',
        remedy: 'Take the accusation out. If it is true, it goes to the headteacher and not into a post.',
        who: 'headteacher',
        clearedByDenial: true,
        clearedByQuotation: true,
        when: (found) =>
          !story.test(found.sentence) &&
          !/\b(?:awareness|scam warning|phishing|be careful|beware of|fraud week|trading standards|romeo|history|victorians?|tudors?|vikings?)\b/.test(
            found.sentence,
          ),
      },
      {
        search: wording.rude,
        says: 'may read as rude.',
        remedy: 'Thank them, say what you can do, and keep it friendly.',
        atMost: 'warn',
        clearedByQuotation: true,
        when: (found) => !/\b(?:breathing|calm down (?:corner|time|area|kit|jar|strategies))\b/.test(found.sentence),
      },
    ];
    return searchLists(reading, lists);
  },
};
