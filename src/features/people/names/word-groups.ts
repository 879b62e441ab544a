// The groups of words in a draft that may be somebody's name, as keys to look up. The cost depends on the draft alone, never on the roll.
import { fail } from '#kernel/errors.ts';
import { spanOf } from './fold.ts';
import { keyOf } from './keys.ts';
import { isGrammarWord, isOrdinaryWord } from './ordinary-words.ts';
import { asShown } from './turned.ts';
import { wordsOf, type Word, type Words } from './words.ts';

export interface WordGroup {
  /** A full-name key, as stored by `nameKeys`. */
  readonly key: string;
  /** UTF-16 place in the original text. */
  readonly start: number;
  readonly end: number;
  /** Joined small letters, and where in them one written word meets the next. */
  readonly text: string;
  readonly cuts: readonly number[];
  /** No capital in it but one that opens a sentence, as any after a colon or dots may. */
  readonly small: boolean;
  /** Prose, and not a tag, a handle, an address or a file name. */
  readonly prose: boolean;
  /** Cut out of a longer run of letters ("#welldoneameliabrown"). */
  readonly inside: boolean;
}

const longestGroup = 5;
const longestKey = 48;
/** Prose has a few hundred groups in 2,000 characters. A text with more than this is refused, never read in part. */
const mostGroups = 400_000;
/** How many readings of one word, of two and of more are followed. */
const mostReadings = [6, 9, 4] as const;
const titles = new Set(
  'mr mrs ms miss mx dr doctor sir madam rev revd reverend fr father sister prof professor canon lord lady'.split(' '),
);
export const isTitle = (word: Word): boolean => titles.has(word.text);

const joins = (gap: Word['gap']): boolean => gap !== 'stop';
const isProse = (gap: Word['gap']): boolean => gap === 'space' || gap === 'line' || gap === 'comma' || gap === 'pause';
/** "Painted by Amelia: brown bears": an everyday word in small letters after a pause begins something else. */
const beginsAnew = (word: Word): boolean => word.gap === 'pause' && !word.capital && isOrdinaryWord(word.text);
const isGrammar = (word: Word): boolean =>
  isGrammarWord(word.text) &&
  (!word.capital || word.opens || word.upper) &&
  !(word.upper && !word.opens && word.end - word.start === 1);
const isInitial = (word: Word): boolean => word.text.length === 1;
const isNumber = (word: Word): boolean => word.readings.length === 0 || /^[0-9]+$/.test(word.text);

class Collector {
  readonly groups: WordGroup[] = [];
  /** For each run of letters its key, and the places where it was found. */
  private readonly seen = new Map<string, { readonly key: string; readonly places: Set<number> }>();
  private readonly words: Words;
  constructor(words: Words) {
    this.words = words;
  }

  /** Adds every reading of these words run together. */
  add(chosen: readonly Word[], inside = false): void {
    const disguised = chosen.some((word) => word.readings.length > 3);
    const most = disguised ? 40 : (mostReadings[Math.min(chosen.length, 3) - 1] ?? 4);
    let texts: { text: string; cuts: number[] }[] = [{ text: '', cuts: [] }];
    for (const [index, word] of chosen.entries()) {
      const last = index === chosen.length - 1;
      const readings = last && !word.readings[0]?.endsWith('ss') ? withoutPlural(word.readings) : word.readings;
      const next: typeof texts = [];
      for (const start of texts) {
        for (const reading of readings) {
          if (next.length >= most) break;
          next.push({ text: start.text + reading, cuts: start.text === '' ? [] : [...start.cuts, start.text.length] });
        }
      }
      texts = next;
    }
    const first = chosen[0];
    const final = chosen.at(-1);
    if (first === undefined || final === undefined) return;
    const paused = chosen.some((word, index) => index > 0 && word.gap === 'pause');
    const small =
      paused ||
      chosen.every((word, index) => !word.capital || (index === 0 && word.opens && !word.upper && chosen.length > 1));
    const prose = chosen.length > 1 && !first.tagged && chosen.every((word, index) => index === 0 || isProse(word.gap));
    for (const { text, cuts } of texts) this.put(text, cuts, first.start, final.end, { small, prose, inside });
  }

  put(
    text: string,
    cuts: readonly number[],
    from: number,
    to: number,
    how: { small: boolean; prose: boolean; inside: boolean },
  ): void {
    if (text.length < 2 || text.length > longestKey) return;
    let known = this.seen.get(text);
    if (known === undefined) this.seen.set(text, (known = { key: keyOf('n', text), places: new Set() }));
    const place = from * 2 ** 20 + to;
    if (known.places.has(place)) return;
    known.places.add(place);
    if (this.groups.length >= mostGroups) {
      throw fail.invalid({
        code: 'draft-unreadable',
        message: 'The draft has too many disguised words to be read through.',
        remedy: 'Shorten it, and write words in plain letters.',
      });
    }
    const { start, end } = spanOf(this.words.folded, from, to);
    const { small, prose, inside } = how;
    this.groups.push({ key: known.key, start, end, text, cuts, small, prose, inside });
  }
}

const withoutPlural = (readings: readonly string[]): string[] => {
  const out = [...readings];
  for (const reading of readings) if (reading.length > 3 && reading.endsWith('s')) out.push(reading.slice(0, -1));
  return out;
};

/** Words that stand beside each other: "Amelia Brown", "Brown, Amelia", "amelia_brown", "Ame-⏎lia Brown". */
const neighbours = (words: readonly Word[], out: Collector, only?: (word: Word) => boolean): void => {
  for (let at = 0; at < words.length; at++) {
    const chosen: Word[] = [];
    for (let to = at; to < Math.min(at + longestGroup, words.length); to++) {
      const word = words[to];
      if (word === undefined || isNumber(word) || isGrammar(word)) break;
      if (to > at && (!joins(word.gap) || beginsAnew(word))) break;
      chosen.push(word);
      if (only === undefined || chosen.some(only)) out.add(chosen);
    }
  }
};

/** First and last name with an initial, a middle name or a nickname between: "Amelia J. Brown", "Amelia (Millie) Brown". */
const withBetween = (words: readonly Word[], out: Collector): void => {
  for (let at = 0; at + 2 < words.length; at++) {
    const first = words[at];
    if (first === undefined || isNumber(first) || (isGrammar(first) && !first.capital)) continue;
    for (let to = at + 2; to <= Math.min(at + 4, words.length - 1); to++) {
      const last = words[to];
      if (last === undefined || !joins(last.gap) || isNumber(last) || beginsAnew(last)) break;
      const between = words.slice(at + 1, to);
      if (
        !between.every(
          (word) =>
            joins(word.gap) && (isInitial(word) || isFiller(word) || (word.capital && first.capital && last.capital)),
        )
      )
        break;
      if (between.every(isFiller) || !isGrammar(last)) out.add([first, last]);
    }
  }
};
const fillers = new Set([
  'surname',
  'last',
  'name',
  'nee',
  'family',
  'whose',
  'is',
  'second',
  'formerly',
  'called',
  'known',
  'aka',
]);
const isFiller = (word: Word): boolean => fillers.has(word.text) && !word.capital;

/** A surname shared: "Amelia and Tom Brown", "Amelia, Ella & Tom Brown". */
const withSharedSurname = (words: readonly Word[], out: Collector): void => {
  for (let at = 2; at < words.length; at++) {
    const last = words[at];
    const partner = words[at - 1];
    if (
      last === undefined ||
      partner === undefined ||
      !last.capital ||
      !partner.capital ||
      last.gap !== 'space' ||
      isTitle(partner)
    )
      continue;
    let from = at - 1;
    for (let step = 0; step < 6 && from > 0; step++) {
      const link = words[from];
      const before = words[from - 1];
      if (link === undefined || before === undefined) break;
      if (link.gap === 'list' || link.gap === 'comma') from -= 1;
      else if ((before.text === 'and' || before.text === 'n') && from > 1 && joins(before.gap)) from -= 2;
      else break;
      const first = words[from];
      if (first === undefined || !first.capital || isNumber(first)) break;
      out.add([first, last]);
    }
  }
};

/** Letters set apart: "A m e l i a  B r o w n", "A.m.e.l.i.a Brown". */
const spelledOut = (words: readonly Word[], out: Collector): void => {
  for (let at = 0; at < words.length;) {
    let to = at;
    while (to < words.length && words[to]?.readings.some((reading) => reading.length === 1) === true && to - at < 40)
      to++;
    if (to - at >= 3) {
      const letters = words.slice(at, to);
      const text = letters.map((word) => word.readings.find((reading) => reading.length === 1) ?? '').join('');
      const first = letters[0];
      const last = letters.at(-1);
      if (first !== undefined && last !== undefined) {
        const how = { small: false, prose: false, inside: false };
        const cuts = letters.slice(1).map((_, index) => index + 1);
        for (const lead of [0, 1])
          out.put(
            text.slice(lead),
            cuts.slice(0, cuts.length - lead),
            letters[lead]?.start ?? first.start,
            last.end,
            how,
          );
        const next = words[to];
        if (next !== undefined && joins(next.gap))
          for (const reading of next.readings)
            out.put(text + reading, [...cuts, text.length], first.start, next.end, how);
        const before = words[at - 1];
        if (before !== undefined && joins(first.gap))
          for (const reading of before.readings)
            out.put(
              reading + text,
              [reading.length, ...cuts.map((cut) => cut + reading.length)],
              before.start,
              last.end,
              how,
            );
      }
    }
    at = Math.max(to, at + 1);
  }
};

/** A name inside a tag or handle written in one: "#welldoneameliabrown". */
const insideTags = (words: readonly Word[], out: Collector): void => {
  let letters = 0;
  for (const word of words) {
    const text = word.readings[0] ?? '';
    if (
      !word.tagged ||
      text.length < 10 ||
      text.length > 60 ||
      text.length !== word.end - word.start ||
      (letters += text.length) > 20_000
    )
      continue;
    const how = { small: true, prose: false, inside: true };
    for (let from = 0; from + 8 <= text.length; from++) {
      for (let to = from + 8; to <= Math.min(from + 26, text.length); to++)
        out.put(text.slice(from, to), [], word.start + from, word.start + to, how);
    }
  }
};

/** Every group of words that may be a full name. */
export const groupsOf = (words: Words): WordGroup[] => {
  const out = new Collector(words);
  neighbours(words.whole, out);
  withBetween(words.whole, out);
  withSharedSurname(words.whole, out);
  spelledOut(words.whole, out);
  insideTags(words.whole, out);
  if (words.parts !== null) {
    const parts = new Set(words.parts.filter((word) => !words.whole.includes(word)));
    neighbours(words.parts, out, (word) => parts.has(word));
    withBetween(words.parts, out);
  }
  return [...out.groups, ...groupsTurned(words.text)];
};

/** The groups of a text in which letters are turned round, as they are read and at the places where they are written. */
const groupsTurned = (text: string): WordGroup[] => {
  const shown = asShown(text);
  if (shown === null) return [];
  return groupsOf(wordsOf(shown.text)).map((group) => {
    const places = shown.from.slice(group.start, group.end);
    return { ...group, start: lowest(places), end: highest(places) + 1 };
  });
};

const lowest = (places: Uint32Array): number => places.reduce((least, place) => Math.min(least, place));
const highest = (places: Uint32Array): number => places.reduce((most, place) => Math.max(most, place));

export const wordGroups = (text: string): WordGroup[] => groupsOf(wordsOf(text));
