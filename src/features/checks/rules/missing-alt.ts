// Finds pictures without a description for people who cannot see them.
import type { Hit, Rule } from '../rule.ts';

/** A file name or a bare word describes nothing. */
const saysNothing = (alt: string): boolean =>
  alt.trim() === '' ||
  /^(?:image|photo|picture|img|pic|untitled|screenshot|n\/?a|none|\.|-)?[\s_-]*\d*(?:\.(?:jpe?g|png|gif|webp|heic))?$/i.test(
    alt.trim(),
  ) ||
  /^[\w-]{1,80}\.(?:jpe?g|png|gif|webp|heic)$/i.test(alt.trim());

export const missingAlt: Rule = {
  name: 'missing-alt',
  find: ({ draft }) =>
    (draft.media ?? []).flatMap((media, number): Hit[] =>
      media.kind === 'image' && saysNothing(media.alt ?? '')
        ? [
            {
              start: 0,
              end: 0,
              message: `Picture ${number + 1} has no description.`,
              remedy: 'Say in one sentence what it shows, without pupils’ names.',
              who: null,
              within: { media: number, part: 'alt' },
            },
          ]
        : [],
    ),
};
