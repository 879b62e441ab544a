// Cuts a text into words, and says of each how it was written: its capitals, what stands before it, how else it may be read.
import { fold, type Folded } from './fold.ts';
import { standsFor } from './look-alikes.ts';

/**
 * What stands between a word and the one before it. `stop` ends a sentence, `none` means the two are written as one;
 * `pause` is a colon or dots, which may part two sentences or stand within a name.
 */
export type Gap = 'none' | 'space' | 'line' | 'hyphen' | 'comma' | 'list' | 'mark' | 'pause' | 'stop';

export interface Word {
  /** The word in plain small letters, without apostrophes. */
  readonly text: string;
  /** Every way it may be read as letters: digits for letters, possessive endings, letters that look alike. */
  readonly readings: readonly string[];
  /** Place in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  readonly upper: boolean;
  /** First word of a sentence or line, where a capital says nothing. */
  readonly opens: boolean;
  readonly gap: Gap;
  /** Written straight after # or @. */
  readonly tagged: boolean;
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
/** Scripts written without spaces: each character stands as a word of its own, so names in them are found as groups. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The length of the letter or digit at `at`, or 0. Signs that stand in for letters count between letters only. */
const letterAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (isWordCode(code)) return 1;
  if (Number.isNaN(code) || code < 128) return 0;
  const point = text.codePointAt(at) ?? code;
  return letterOrDigit.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
};
const signs = new Set(['@', '$', '!', '|', '€', '£', '¡']);
const isPlainLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
};

const gapBetween = (between: string, before: string): Gap => {
  if (between === '') return 'none';
  if (between === ' ') return 'space';
  if (/^ ?(?:[:;]|\.(?: ?\.)+)\s?$/.test(between)) return 'pause';
  if (/[!?;:][\s"')\]]*\s|[!?;]\s*$|\.\s/.test(between) && before.length > 1 && before !== 'st') return 'stop';
  if (/^-\s*$/.test(between)) return 'hyphen';
  if (between.includes(',')) return 'comma';
  if (/[&+/]/.test(between)) return 'list';
  if (/^\s+$/.test(between)) return between.includes('\n') ? 'line' : 'space';
  return 'mark';
};

const opensSentence = (between: string, first: boolean): boolean => first || /[.!?…:\n•*]/.test(between);

/** Where a long run of letters may be cut: at each capital after a small letter ("AmeliaBrown") and around digits. */
const seams = (text: string, folded: Folded, start: number, end: number): number[] => {
  const cuts: number[] = [];
  for (let at = start + 1; at < end; at++) {
    const digitHere = isDigitOrSign(folded.text.charCodeAt(at));
    const digitBefore = isDigitOrSign(folded.text.charCodeAt(at - 1));
    const rises = isUpper(text, folded, at) && !isUpper(text, folded, at - 1);
    const lastCapital =
      isUpper(text, folded, at - 1) && isUpper(text, folded, at) && at + 1 < end && !isUpper(text, folded, at + 1);
    if (digitHere !== digitBefore || rises || lastCapital) cuts.push(at);
  }
  return cuts;
};

const isDigitOrSign = (code: number): boolean => (code <= 64 && code !== 39) || code === 124;

const isUpper = (text: string, folded: Folded, at: number): boolean => {
  const code = text.charCodeAt(folded.from[at] ?? 0);
  if (code < 128) return code >= 65 && code <= 90;
  const character = String.fromCodePoint(text.codePointAt(folded.from[at] ?? 0) ?? code);
  return /^\p{Lu}$/u.test(character.normalize('NFKD').charAt(0) || ' ') || /^\p{Lu}$/u.test(character);
};

const swapFirst = (word: string, letter: string): string => letter + word.slice(1);
const maxReadings = 10;

/** Every reading of one written word, the plainest first. */
const readingsOf = (raw: string, plainCapital: boolean, capitalIs: 'I' | 'l' | ''): string[] => {
  const bare = raw.replaceAll("'", '');
  const readings = new Set<string>();
  const trimmed = bare.replace(/^[0-9]+|[0-9]+$/g, '');
  if (/[0-9@$!|€£¡]/.test(bare)) {
    for (const form of bare === trimmed ? [bare] : [trimmed, bare])
      for (const letters of lettersFor(form)) readings.add(letters);
  } else readings.add(bare);
  if (/'s?$/.test(raw)) readings.add(raw.replace(/'s?$/, '').replaceAll("'", ''));
  for (const reading of Array.from(readings)) {
    if (reading.includes('rn')) readings.add(reading.replaceAll('rn', 'm'));
    if (reading.includes('vv')) readings.add(reading.replaceAll('vv', 'w'));
    if (capitalIs === 'I') readings.add(swapFirst(reading, 'l'));
    if (capitalIs === 'l' && !plainCapital && reading.length > 2) readings.add(swapFirst(reading, 'i'));
  }
  readings.delete('');
  return [...readings].slice(0, maxReadings);
};

/** "ame1ia" → "amelia", "ameiia": each sign is tried as each letter it stands for, the first three ambiguous ones only. */
const lettersFor = (form: string): string[] => {
  let forms = [''];
  for (const character of form) {
    const choices = standsFor[character] ?? character;
    forms =
      forms.length < 8
        ? forms.flatMap((start) => Array.from(choices, (choice) => start + choice))
        : forms.map((start) => start + choices.charAt(0));
  }
  return /[a-z\u0080-\uffff]/.test(form) ? forms : [];
};

/** Capital I inside or at the head of a word, and a small l at the head, may each be the other ("AmeIia", "lsla"). */
const innerCapitalI = (word: string, text: string, folded: Folded, start: number): string | null => {
  let out = '';
  let changed = false;
  for (let index = 0; index < word.length; index++) {
    const at = start + index;
    const swap =
      index > 0 &&
      word.charAt(index) === 'i' &&
      text.charAt(folded.from[at] ?? 0) === 'I' &&
      !isUpper(text, folded, at - 1);
    out += swap ? 'l' : word.charAt(index);
    changed ||= swap;
  }
  return changed ? out : null;
};

const makeWord = (
  text: string,
  folded: Folded,
  start: number,
  end: number,
  gap: Gap,
  opens: boolean,
  tagged: boolean,
): Word => {
  const raw = folded.text.slice(start, end);
  const capital = isUpper(text, folded, start);
  const head = text.charAt(folded.from[start] ?? 0);
  const readings = readingsOf(raw, capital, head === 'I' ? 'I' : head === 'l' ? 'l' : '');
  const swapped = innerCapitalI(raw, text, folded, start);
  if (swapped !== null) readings.push(...readingsOf(swapped, capital, ''));
  const upper = capital && (end - start === 1 || isUpper(text, folded, end - 1));
  return { text: raw.replaceAll("'", ''), readings, start, end, capital, upper, opens, gap, tagged };
};

export interface Words {
  /** The text as it was written. */
  readonly text: string;
  readonly folded: Folded;
  /** Whole words. */
  readonly whole: readonly Word[];
  /** The same words with every "AmeliaBrown" and "amelia1brown" taken apart, or null when there is none. */
  readonly parts: readonly Word[] | null;
}

export const wordsOf = (text: string): Words => {
  const folded = fold(text);
  const line = folded.text;
  const whole: Word[] = [];
  const parts: Word[] = [];
  let taken = 0;
  let apart = false;
  for (let at = 0; at < line.length;) {
    const first = letterAt(line, at);
    if (first === 0) {
      at++;
      continue;
    }
    const alone = line.charCodeAt(at) > 0x2e80 && unspaced.test(line.charAt(at));
    const end = alone ? at + first : endOfWord(line, at + first);
    const between = line.slice(taken, at);
    const gap = whole.length === 0 ? 'stop' : gapBetween(between, whole.at(-1)?.text ?? '');
    const opens = opensSentence(between, whole.length === 0);
    const before = line.charAt(at - 1);
    const word = makeWord(text, folded, at, end, gap, opens, before === '#' || before === '@');
    whole.push(word);
    const cuts = end - at > 2 && end - at < 64 ? seams(text, folded, at, end) : [];
    if (cuts.length > 0 && cuts.length < 10) {
      apart = true;
      let from = at;
      for (const cut of [...cuts, end]) {
        const part = makeWord(text, folded, from, cut, from === at ? gap : 'none', opens && from === at, word.tagged);
        if (/[^\d@$!|]/.test(part.text)) parts.push(part);
        from = cut;
      }
    } else parts.push(word);
    taken = end;
    at = end;
  }
  return { text, folded, whole, parts: apart ? parts : null };
};

const endOfWord = (line: string, from: number): number => {
  let at = from;
  for (;;) {
    const width = letterAt(line, at);
    if (width > 0) {
      if (line.charCodeAt(at) > 0x2e80 && unspaced.test(line.charAt(at))) return at;
      at += width;
    } else if (line.charAt(at) === "'" && letterAt(line, at + 1) > 0) at++;
    else if (line.charAt(at) === "'" && line.charAt(at - 1) === 's' && letterAt(line, at + 1) === 0) return at;
    else if (signs.has(line.charAt(at)) && isPlainLetter(line, at - 1) && isSignForLetter(line, at)) at++;
    else return at;
  }
};

/** "Ameli@ Brown", "Br!an" and "$am" wear a sign for a letter; "jo@school.org" and "Well done!" do not. */
const isSignForLetter = (line: string, at: number): boolean => {
  const sign = line.charAt(at);
  if (sign === '@')
    return isPlainLetter(line, at + 1)
      ? !/^@[a-z0-9-]{1,60}\./.test(line.slice(at, at + 64))
      : line.charAt(at + 1) === ' ';
  return isPlainLetter(line, at + 1);
};
