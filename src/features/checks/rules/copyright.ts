// Finds others' work used without a recorded right: words that say so, and pictures or files whose right is not settled.
import { taken } from '../lexicon/works.ts';
import { searchLists } from '../lexicon-search.ts';
import type { Hit, Rule } from '../rule.ts';

const remedy = 'Ask whoever made it and record their answer, or use the school’s own work.';

export const copyright: Rule = {
  name: 'copyright',
  find: ({ reading, draft }) => {
    const unsettled = (draft.media ?? []).flatMap((media, number): Hit[] =>
      media.rights === 'unknown'
        ? [
            {
              start: 0,
              end: 0,
              message: `Nobody has said whose work ${media.kind} ${number + 1} is.`,
              remedy,
              within: { media: number, part: 'fileName' },
            },
          ]
        : [],
    );
    const said = searchLists(reading, [
      {
        search: taken,
        says: 'shows that somebody else’s work is used.',
        remedy,
        who: 'headteacher',
        clearedByDenial: true,
        when: (found) =>
          !/\b(with (kind )?permission|permission (of|from)|by permission|licen[cs]ed|our own|out of copyright|public domain|creative commons|copyright (lesson|assembly|law))\b/.test(
            found.sentence,
          ),
      },
    ]);
    return [...unsettled, ...said];
  },
};
