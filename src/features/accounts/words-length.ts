// How long a platform takes a post to be: each counts in its own way.

export const COUNTINGS = [
  /** Code points: an emoji made of several counts as several. */
  'characters',
  /** What a reader sees as one character. */
  'graphemes',
  /** As X counts: a link is 23 whatever its length, an emoji or a character outside most European scripts is 2. */
  'weighted',
] as const;
export type Counting = (typeof COUNTINGS)[number];

export function lengthOn(counting: Counting, words: string): number {
  switch (counting) {
    case 'characters':
      return [...words].length;
    case 'graphemes':
      return graphemesOf(words).length;
    case 'weighted':
      return weighted(words);
  }
}

/** Are these words too long for a platform, and by how much? Null when they fit, or when no limit is known. */
export function tooLongBy(
  platform: { readonly wordsLimit: number | null; readonly counting: Counting },
  words: string,
): number | null {
  if (platform.wordsLimit === null) return null;
  const over = lengthOn(platform.counting, words) - platform.wordsLimit;
  return over > 0 ? over : null;
}

const graphemesOf = (text: string): string[] =>
  [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

const LINK = /https?:\/\/[^\s<>"]+/giu;
const LINK_LENGTH = 23;
/** Code points that count as one (docs.x.com/fundamentals/counting-characters). */
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

function weighted(words: string): number {
  const text = words.normalize('NFC');
  const links = text.match(LINK)?.length ?? 0;
  const rest = graphemesOf(text.replaceAll(LINK, ''));
  return links * LINK_LENGTH + rest.reduce((sum, grapheme) => sum + weightOf(grapheme), 0);
}

function weightOf(grapheme: string): number {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(grapheme) && !/^[\d#*©®]$/u.test(grapheme))
    return 2;
  return [...grapheme].reduce((sum, char) => sum + (isLight(char.codePointAt(0)!) ? 1 : 2), 0);
}

const isLight = (point: number): boolean => LIGHT.some(([from, to]) => point >= from && point <= to);
