// Turns our wording lists into one search each. No list item may repeat without a bound, so no text can make a search slow.

/** Lines of wording. A space stands for any white space, ` ?` for perhaps one, `…` for up to four words, `(a|b)` for a choice, `?` after it for "or not". */
export const phrases = (lines: string): RegExp => {
  const sources = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(source);
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
};

const source = (line: string): string =>
  line
    .replace(/ *…$/, '')
    .replace(/(?<!\\)\((?!\?)/g, '(?:')
    .replace(/ \?/g, '[\\s-]{0,3}')
    .replace(/ *… */g, "(?:[\\s,'\"-]{1,3}[\\p{L}\\p{N}'-]{1,20}){0,4}?[\\s,]{1,3}")
    .replace(/ /g, '[\\s-]{1,3}');

/** Every match of a search in a plain text, longest and earliest first, without overlaps. */
export const matches = (search: RegExp, plain: string): { start: number; end: number; words: string }[] => {
  const found: { start: number; end: number; words: string }[] = [];
  for (const match of plain.matchAll(search)) {
    if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length, words: match[0] });
  }
  return found;
};
