// Writes any text in plain small letters, and remembers for each letter where in the original it stood.
import { entityAt } from './entities.ts';
import { readsAs } from './look-alikes.ts';

/** A text in small unaccented letters. `from[i]`/`to[i]`: the UTF-16 place in the original of the folded letter `i`. */
export interface Folded {
  readonly text: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Characters without a shape of their own: joiners, soft hyphens, direction marks, variation selectors, tags. */
const invisible = /^[\p{M}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}\u{0640}]$/u;
const apostrophes = new Set("'’‘ʼʻʽʹ′`´＇‛ꞌʾʿ");
const dashes = new Set('‐‑‒–—−﹣－⁃');
const spaces = /^\s$/u;

/** One character in plain small letters; the empty text when it has no shape of its own. */
const foldCharacter = (character: string): string => {
  if (invisible.test(character)) return '';
  if (apostrophes.has(character)) return "'";
  if (dashes.has(character)) return '-';
  if (spaces.test(character))
    return character === '\n' || character === '\u2028' || character === '\u2029' ? '\n' : ' ';
  const direct = readsAs(character);
  if (direct !== undefined) return direct;
  let out = '';
  for (const part of character.normalize('NFKD')) {
    if (invisible.test(part)) continue;
    out += (readsAs(part) ?? part).toLowerCase();
  }
  return out;
};

/** Runs of white space are one space: another has just been written, or a line break follows. */
const isSpaceAround = (text: string, next: number, last: string): boolean =>
  last === ' ' || last === '\n' || text.charCodeAt(next) === 10;

export const fold = (text: string): Folded => {
  let size = text.length + 16;
  let from = new Uint32Array(size);
  let to = new Uint32Array(size);
  let out = '';
  // The last letter is kept by itself: asking the growing text for it would copy the text each time.
  let last = '';
  const seen = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    let width = 1;
    let piece: string;
    const entity = code === 38 ? entityAt(text, at) : null;
    if (entity !== null) {
      width = entity.length;
      piece = fold(entity.character).text;
      if (piece === '' && out !== '') to[out.length - 1] = at + width;
    } else if (code < 128) {
      piece =
        code >= 65 && code <= 90
          ? String.fromCharCode(code + 32)
          : code === 13 || code === 9
            ? ' '
            : code === 96
              ? "'"
              : text.charAt(at);
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      width = character.length;
      piece = seen.get(character) ?? foldCharacter(character);
      seen.set(character, piece);
      if (piece === '' && out !== '') to[out.length - 1] = at + width;
    }
    if (piece === ' ' && isSpaceAround(text, at + width, last)) {
      piece = '';
      if (out !== '') to[out.length - 1] = at + width;
    }
    const length = out.length;
    if (length + piece.length > size) {
      size = (length + piece.length) * 2;
      from = grow(from, size);
      to = grow(to, size);
    }
    for (let unit = 0; unit < piece.length; unit++) {
      from[length + unit] = at;
      to[length + unit] = at + width;
    }
    out += piece;
    if (piece !== '') last = piece.charAt(piece.length - 1);
    at += width;
  }
  return { text: out, from, to };
};

const grow = (old: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> => {
  const wider = new Uint32Array(size);
  wider.set(old);
  return wider;
};

/** The place in the original of a stretch of the folded text. */
export const spanOf = (folded: Folded, start: number, end: number): { start: number; end: number } => ({
  start: folded.from[start] ?? 0,
  end: folded.to[end - 1] ?? folded.from[start] ?? 0,
});
