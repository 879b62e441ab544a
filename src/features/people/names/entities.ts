// Characters written as web pages write them ("&nbsp;", "&#65;", "&eacute;"), as words copied from one may hold them.

const written = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/iy;
/** The longest that `written` can match. */
const longest = 11;

const named: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '\u00ad', zwj: '\u200d', zwnj: '\u200c',
  amp: '&', apos: "'", lsquo: '‘', rsquo: '’', quot: '"', ldquo: '“', rdquo: '”', hyphen: '-', ndash: '–', mdash: '—',
  hellip: '…', middot: '·', bull: '•', szlig: 'ß', aelig: 'æ', oelig: 'œ', oslash: 'ø', thorn: 'þ', eth: 'ð',
}; // prettier-ignore
const accented = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron)$/i;

const byNumber = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;

/** The character that an entity at this place stands for, and how long it is written; null where there is none. */
export const entityAt = (text: string, at: number): { character: string; length: number } | null => {
  written.lastIndex = 0;
  const match = written.exec(text.slice(at, at + longest));
  if (match === null) return null;
  const [whole, decimal, hex, name] = match;
  const character =
    name === undefined
      ? byNumber(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
      : (named[name.toLowerCase()] ?? accented.exec(name)?.[1]);
  return character === undefined ? null : { character, length: whole.length };
};
