// Finds promises made on the school's behalf, unless somebody has confirmed that they can be kept.
import { promises } from '../lexicon/commitment.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

/** Promises that bind nobody: friendly talk, and the words of vows and stories. */
const friendly =
  /\b(fun|won't bite|laugh|treat|delicious|brownie|cub scout|guide promise|scout promise|promises? (day|tree|assembly|auction)|smile|yummy|exciting|worth it|always remember|never forget|certificates?|stickers?|medals?|letters?|leaflets?|reports?|book tokens?|lolly|lollies|ice creams?|forms?|postcards?|badges?|timetables?|always be (grateful|thankful|proud|welcome|missed)|always (love|enjoy|miss|treasure|cherish))\b/;

export const commitment: Rule = {
  name: 'commitment',
  find: ({ reading, facts, answer }) => {
    if (
      answer === 'authorised'
        ? facts.mayCommit === true
        : facts.confirmedBy !== undefined && facts.confirmedBy.trim() !== ''
    )
      return [];
    return searchLists(reading, [
      {
        search: promises,
        says: 'is a promise on the school’s behalf.',
        remedy:
          answer === 'authorised'
            ? 'Say what is planned, or ask somebody with the authority to commit the school.'
            : 'Say what is planned (“we hope to”, “we plan to”), or name the person who has confirmed that it can be kept.',
        clearedByDenial: true,
        clearedByQuotation: true,
        when: (found) => !friendly.test(found.sentence),
      },
    ]);
  },
};
