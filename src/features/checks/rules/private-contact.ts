// Finds words that draw pupils or parents into private messages, personal accounts or secrecy.
import * as wording from '../lexicon/contact.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Rule } from '../rule.ts';

const official = 'Give the school’s published number or address instead.';

export const privateContact: Rule = {
  name: 'private-contact',
  find: ({ reading }) =>
    searchLists(reading, [
      {
        search: wording.secrecy,
        says: 'invites secrecy or a private meeting.',
        remedy: 'Take it out, and speak with the safeguarding lead.',
        who: 'dsl',
        clearedByQuotation: true,
        when: (found) =>
          !/\b(mother's day|father's day|christmas (present|card|gift)|never|online safety|safer internet|stranger)\b/.test(
            found.sentence,
          ),
      },
      {
        search: wording.toMe,
        says: 'invites private contact with one person.',
        remedy: official,
        who: 'dsl',
        clearedByDenial: true,
        clearedByQuotation: true,
        when: (found) => !/\b(office|reception|school number)\b/.test(found.after.slice(0, 30)),
      },
      {
        search: wording.toUs,
        says: 'moves the conversation to a private channel.',
        remedy: official,
        atMost: 'review',
        who: 'dsl',
        clearedByDenial: true,
      },
    ]),
};
