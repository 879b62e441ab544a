// Finds internal or sensitive material: the school's own terms, marks of secrecy, and what is nobody's business about a person.
import * as wording from '../lexicon/confidential.ts';
import { searchLists, type Found } from '../lexicon-search.ts';
import { place, type Reading } from '../reading.ts';
import { quote, type Hit, type Looking, type Rule } from '../rule.ts';
import { fold } from '#features/people/names/index.ts';

const remedy = 'Take it out. What is told in confidence is not published, not even kindly meant.';

/** Somebody is meant: a pronoun, "a pupil", a title, or a name from the roll in the same sentence. */
const isOfSomebody =
  (names: readonly string[]) =>
  (found: Found): boolean => {
    const rest = `${found.before}|${found.after}`;
    if (rest.search(wording.awareness) !== -1) return false;
    if (found.sentence.search(wording.somebody) !== -1) return true;
    return names.some((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(found.sentence));
  };

const letter = /[\p{L}\p{N}]/u;
const ownTerms = (reading: Reading, terms: readonly string[]): Hit[] => {
  const hits: Hit[] = [];
  for (const term of terms) {
    const wanted = fold(term).text.trim();
    if (wanted.length < 2) continue;
    for (let at = reading.plain.indexOf(wanted); at !== -1; at = reading.plain.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      if (letter.test(reading.plain.charAt(at - 1)) || letter.test(reading.plain.charAt(end))) continue;
      hits.push({
        ...place(reading, at, end),
        message: `${quote(term)} is on the school’s list of confidential terms.`,
        remedy,
        who: 'headteacher',
        contestable: true,
      });
    }
  }
  return hits;
};

const knownNames = ({ facts, reading }: Looking): string[] => {
  const names = new Set<string>();
  for (const person of facts.people) {
    for (const name of [person.first, person.preferred ?? '', person.last]) {
      const folded = fold(name).text.replace(/[^\p{L}\p{N}' -]/gu, '');
      if (folded.length > 1) names.add(folded);
    }
  }
  // Without the roll: a capital in the middle of a sentence before "has", "was" or "’s" is a name often enough.
  for (const [index, word] of reading.words.entries()) {
    const next = reading.words[index + 1]?.text ?? '';
    if (
      word.capital &&
      word.text.length > 2 &&
      /^(has|had|is|was|suffers|lives|needs|takes|struggles|who|got|went|gets)$/.test(next) &&
      !notNames.has(word.text)
    )
      names.add(word.text);
  }
  return [...names].slice(0, 200);
};
const notNames = new Set(
  'this that there here it what which who the our your school class year reception nursery everyone nobody today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december autism epilepsy diabetes asthma dyslexia adhd week day month christmas easter ramadan eid diwali'.split(
    ' ',
  ),
);

export const confidential: Rule = {
  name: 'confidential',
  readsMedia: true,
  find: (looking) => {
    const { reading, facts } = looking;
    const somebody = isOfSomebody(knownNames(looking));
    return [
      ...ownTerms(reading, facts.confidentialTerms ?? []),
      ...searchLists(reading, [
        {
          search: wording.marks,
          says: 'marks something as internal or secret.',
          remedy: 'Take it out, and check that nothing else from that paper stands in the post.',
          who: 'headteacher',
          when: (found) =>
            !/\b(confidentiality policy|strong password|passwords? safe|change your password)\b/.test(found.sentence),
        },
        { search: wording.health, says: 'tells of somebody’s health or needs.', remedy, who: 'dsl', when: somebody },
        {
          search: wording.circumstances,
          says: 'tells of somebody’s private circumstances.',
          remedy,
          who: 'dsl',
          when: somebody,
        },
      ]),
    ];
  },
};
