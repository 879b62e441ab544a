// What the author states about a post besides its words, as whoever reads it first is shown it. Pure.
import type { Post } from './post-page.ts';

type Said = Post['content']['statements'];
type InWords = { readonly [Key in keyof Said]: Said[Key] extends string ? Key : never }[keyof Said];

const NAMES: Readonly<Record<InWords, string>> = {
  source: 'Where the facts come from',
  basis: 'Why people may be named',
  confirmedBy: 'Who confirmed the promise',
  travels: 'How it might be read or shared',
  pupilsWhy: 'Why it may speak to pupils',
  pupilsImplies: 'What follows from that',
  alternative: 'How other families will hear',
  withoutReader: 'Why nobody else need read it',
};

/** What was left empty is left out. */
export const authorSays = (said: Said): { readonly name: string; readonly value: string }[] =>
  (Object.keys(NAMES) as InWords[])
    .filter((key) => said[key] !== '')
    .map((key) => ({ name: NAMES[key], value: said[key] }));
