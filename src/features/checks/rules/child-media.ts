// Finds pictures that show children, or may, before it is settled who they are and that their families agree.
import { fold } from '#features/people/names/index.ts';
import type { Hit, Rule } from '../rule.ts';

const speaksOfChildren =
  /\b(?:pupils?|child(?:ren)?|boys?|girls?|students?|kids?|class|year \d|reception|nursery|leavers?|toddlers?|teenagers?|pupil's)\b/;

export const childMedia: Rule = {
  name: 'child-media',
  find: ({ draft }) =>
    (draft.media ?? []).flatMap((media, number): Hit[] => {
      const told =
        media.children === undefined &&
        speaksOfChildren.test(fold(`${media.alt ?? ''} ${media.fileName ?? ''}`).text.replaceAll('_', ' '));
      if (media.children !== 'unsettled' && !told) return [];
      return [
        {
          start: 0,
          end: 0,
          message: `${media.kind === 'video' ? 'Video' : 'Picture'} ${number + 1} shows children, and their families’ agreement is not settled.`,
          remedy: 'Say who is in it, or choose a picture without children.',
          who: null,
          within: { media: number, part: 'alt' },
        },
      ];
    }),
};
