// Finds advertising, private selling, referral links and personal fund-raising.
import * as wording from '../lexicon/gain.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

const remedy = 'Take it out. A school account serves the school; nobody’s private business.';

export const personalGain: Rule = {
  name: 'personal-gain',
  find: ({ reading }) =>
    searchLists(reading, [
      {
        search: wording.selling,
        says: 'advertises somebody’s own business or appeal.',
        remedy,
        who: 'headteacher',
        clearedByDenial: true,
        when: (found) =>
          !/\b(young enterprise|enterprise (week|day|project)|(school|year \d{1,2}|pupils?'?|children'?s?) (enterprise|business|shop|stall))\b/.test(
            found.sentence,
          ),
      },
      {
        search: wording.marketing,
        says: 'is an advertisement or a referral.',
        remedy,
        who: 'headteacher',
        clearedByDenial: true,
        when: (found) => found.sentence.search(wording.ownAffair) === -1,
      },
    ]),
};
