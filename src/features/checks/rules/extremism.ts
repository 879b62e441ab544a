// Finds support for extremist people or messages, or a platform given to them.
import * as wording from '../lexicon/extremism.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

const told = 'Take it out. If somebody else wrote it, tell the safeguarding lead.';

export const extremism: Rule = {
  name: 'extremism',
  find: ({ reading }) =>
    searchLists(reading, [
      { search: wording.slogans, says: 'is a slogan of extremists.', remedy: told, who: 'dsl' },
      {
        search: wording.support,
        says: 'supports an extremist body or gives it a platform.',
        remedy: told,
        who: 'dsl',
        clearedByDenial: true,
        when: (found) =>
          !/\b(goddess|osiris|anne frank|against|victims?|survivors?|fled|escaped|thames|oxford)\b/.test(
            found.sentence,
          ),
      },
      {
        search: wording.named,
        says: 'is the name of an extremist body or person.',
        remedy: 'Leave the name out, unless the post is about learning what happened.',
        atMost: 'warn',
        when: (found) => (found.before + ' ' + found.after).search(wording.lesson) === -1,
      },
    ]),
};
