// Finds talk of an emergency that is still going on; drills, lessons and what is over do not count.
import * as wording from '../lexicon/incident.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

export const incidentInProgress: Rule = {
  name: 'incident-in-progress',
  find: ({ reading }) =>
    searchLists(reading, [
      {
        search: wording.happening,
        says: 'speaks of an emergency that is still going on.',
        remedy:
          'Do not post before the headteacher has decided what is said and by whom. Families can be told directly.',
        who: 'headteacher',
        when: (found) => found.words.includes('drill') || found.sentence.search(wording.drill) === -1,
      },
    ]),
};
