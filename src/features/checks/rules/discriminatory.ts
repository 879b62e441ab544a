// Finds words aimed at people for a protected characteristic: age, disability, sex, race, religion, orientation and the others.
import * as wording from '../lexicon/discriminatory.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

const remedy = 'Take it out. Nobody can let such words through on their own authority.';
/** Words by which a sentence speaks against such a view or teaches about it: then its author looks again. */
const against =
  /\b(anti|against|challeng(e|ed|ing)|tackl(e|ed|ing)|kick(ed|ing)? (it )?out|stereotypes?|never (say|use)|isn't (true|ok|okay|right)|is not (true|ok|okay|right)|unacceptable|wrong to (say|think)|myth|prove(d|s)? wrong|believed that|used to think)\b/;

export const discriminatory: Rule = {
  name: 'discriminatory',
  readsMedia: true,
  find: ({ reading }) =>
    searchLists(reading, [
      { search: wording.slurs, says: 'is a slur.', remedy, who: null },
      {
        search: wording.contempt,
        says: 'is aimed at people for who they are.',
        remedy,
        who: null,
        when: (found) => !against.test(found.sentence),
      },
      {
        search: wording.contempt,
        says: 'would be aimed at people for who they are, were it the school’s own view.',
        remedy: 'Say it so that nobody can quote it alone.',
        atMost: 'warn',
        when: (found) => against.test(found.sentence),
      },
    ]),
};
