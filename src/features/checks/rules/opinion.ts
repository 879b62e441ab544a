// Finds political, religious, campaigning and personal views that are not the school's.
import * as wording from '../lexicon/opinion.ts';
import { searchLists, type Found, type WordingList } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

/** Parties whose names are everyday words; written small they are those words ("a labour of love", "reform"). */
const everyday =
  /^(labour|conservatives?|republicans?|democrats?|reform|plaid|alliance party|your party|green party|workers party)$/;
const isWritingOfParty = ({ words, written }: Found): boolean => !everyday.test(words) || /^\p{Lu}/u.test(written);
const isPast =
  /\b(1[0-9]{3}|20[01][0-9]|suffragettes?|history|founded|century|historical|industrial|victorian|roman|roleplay|mock election|visit(ed)? parliament|us history|american civil)\b/;

const neutral = 'Leave the view out, or say what the school itself is doing.';

/** Before an election a party is not named at all, unless it is of the past. */
const beforeElection = (election: string): WordingList => ({
  search: wording.parties,
  says: `names a party or politician before an election (${election}).`,
  remedy: 'Leave it out until the election is over.',
  stops: true,
  when: (found) => isWritingOfParty(found) && !isPast.test(found.sentence),
});

export const opinion: Rule = {
  name: 'opinion',
  find: ({ reading, facts }) =>
    searchLists(reading, [
      ...(facts.election === undefined ? [] : [beforeElection(facts.election)]),
      {
        search: wording.parties,
        says: 'brings party politics into a post of the school.',
        remedy: 'Leave the party or politician out. The headteacher can agree to a neutral mention.',
        who: 'headteacher',
        when: (found) =>
          isWritingOfParty(found) &&
          !isPast.test(found.sentence) &&
          (found.before + '|' + found.after).search(wording.politicking) !== -1,
      },
      {
        search: wording.campaigning,
        says: 'is a political or campaigning view.',
        remedy: neutral,
        who: 'headteacher',
        when: (found) => !isPast.test(found.sentence),
      },
      {
        search: wording.religious,
        says: 'speaks for or against a belief.',
        remedy: neutral,
        who: 'headteacher',
        clearedByQuotation: true,
      },
      {
        search: wording.personal,
        says: 'is a personal view, and the post would give it as the school’s.',
        remedy: 'Take the view out, or say whose it is.',
        who: 'headteacher',
        clearedByQuotation: true,
      },
    ]),
};
