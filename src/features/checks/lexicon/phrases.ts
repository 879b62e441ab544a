// Turns our wording lists into one search each. No list item may repeat without a bound, so no text can make a search slow.

/** Lines of wording. A space stands for white space (of which folded text has one at a time) or a hyphen, ` ?` for perhaps one, `…` for up to four words, `(a|b)` for a choice, `?` after it for "or not". */
export const phrases = (lines: string): RegExp => {
  const sources = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(source);
  return new RegExp(`(?<![${letters}0-9_])(?:${sources.join('|')})(?![${letters}0-9_])`, 'g');
};

/**
 * Letters of folded text, as ranges: Unicode's own class makes these searches cost half a second to prepare,
 * and folded text is plain small letters but for scripts of other alphabets.
 */
const letters = String.raw`a-z\u00df-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\uffdc`;

const source = (line: string): string =>
  line
    .replace(/ *…$/, '')
    .replace(/\[\\p\{L\}([^\]]*)\]/g, `[${letters}$1]`)
    .replaceAll('\\p{L}', `[${letters}]`)
    .replace(/(?<!\\)\((?!\?)/g, '(?:')
    .replace(/ \?/g, '[ \\n-]?')
    .replace(/ *… */g, `(?:[ \\n,'"-]{1,3}[${letters}0-9'-]{1,20}){0,4}?[ \\n,]{1,3}`)
    .replace(/ (?!\\n)/g, '[ \\n-]');

/** Every match of a search in a plain text, longest and earliest first, without overlaps. */
export const matches = (search: RegExp, plain: string): { start: number; end: number; words: string }[] => {
  const found: { start: number; end: number; words: string }[] = [];
  for (const match of plain.matchAll(search)) {
    if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length, words: match[0] });
  }
  return found;
};
