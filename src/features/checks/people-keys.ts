// Which keys of a draft to look up on the roll: names in full, first names, first names with a class or initial, surnames with an initial or a title.
import { isGrammarWord, isTitle, keyOf, placeKey, type Word } from '#features/people/names/index.ts';
import { sentenceAround, type Reading } from './reading.ts';

/** One mention of somebody short of a full name, with the key that would find them. */
export interface Mention {
  readonly key: string;
  readonly first: Word;
  readonly last: Word;
}

const mostMentions = 40_000;
const readings = (word: Word): readonly string[] => word.readings.slice(0, 3);

/** First names standing alone, written with a capital. */
export const givenMentions = (reading: Reading): Mention[] => {
  const out: Mention[] = [];
  for (const word of reading.words) {
    if (!word.capital || word.text.length < 2 || (isGrammarWord(word.text) && word.opens)) continue;
    for (const text of readings(word)) out.push({ key: keyOf('g', text), first: word, last: word });
    if (out.length > mostMentions) break;
  }
  return out;
};

/** A first name with the initial of a surname: "Amelia B", "amelia b." */
export const initialMentions = (reading: Reading): Mention[] => {
  const out: Mention[] = [];
  for (const [index, word] of reading.words.entries()) {
    const next = reading.words[index + 1];
    if (
      next === undefined ||
      next.text.length !== 1 ||
      next.gap !== 'space' ||
      word.text.length < 2 ||
      isGrammarWord(word.text)
    )
      continue;
    if (!next.capital && (next.text === 'a' || next.text === 'i')) continue;
    for (const text of readings(word)) out.push({ key: keyOf('i', text, next.text), first: word, last: next });
    if (out.length > mostMentions) break;
  }
  return out;
};

/** One capital letter for a given name: "A. Fenwick", "won by J Fenwick"; not the article, and not "I". */
const isInitial = (reading: Reading, word: Word): boolean =>
  /^[a-z]$/.test(word.text) &&
  word.capital &&
  (reading.plain.charAt(word.end) === '.' || (word.text !== 'i' && !(word.text === 'a' && word.opens)));

/** A surname after one initial or several: "A. Fenwick", "A. R. van der Berg". The first initial counts. */
export const surnameMentions = (reading: Reading): Mention[] => {
  const out: Mention[] = [];
  /** The first initial of those just read; null where a title stands before them, as before an adult's. */
  let initial: Word | null | undefined;
  for (const [index, word] of reading.words.entries()) {
    const joins = word.gap === 'space' || word.gap === 'mark' || word.gap === 'line';
    if (isInitial(reading, word)) {
      const before = reading.words[index - 1];
      if (before !== undefined && isTitle(before)) initial = null;
      else if (initial === undefined || !joins) initial = word;
      continue;
    }
    if (initial && joins && word.capital && word.text.length > 1) {
      let text = '';
      for (let to = index; to < Math.min(index + 4, reading.words.length); to++) {
        const next = reading.words[to];
        if (next === undefined || (to > index && next.gap !== 'space' && next.gap !== 'hyphen')) break;
        text += next.readings.at(-1) ?? '';
        for (const part of to === index ? readings(next) : [text])
          out.push({ key: keyOf('f', part, initial.text), first: initial, last: next });
      }
    }
    initial = undefined;
    if (out.length > mostMentions) break;
  }
  return out;
};

const classOrYear =
  /(?<![\p{L}\p{N}])(?:(?:year|yr|y) ?(\d{1,2})s?|(?:class|form|group) ([\p{L}\p{N}]{1,15})|([\p{L}]{3,15}) class|(\d{1,2}[a-z]{1,3})|(reception|nursery|p[1-7]))(?![\p{L}\p{N}])/gu;

/** A first name in the same sentence as a class or a year: "Amelia from 4B", "Year 4’s Amelia". */
export const placeMentions = (reading: Reading): Mention[] => {
  const out: Mention[] = [];
  let from = 0;
  for (const match of reading.plain.matchAll(classOrYear)) {
    const sentence = sentenceAround(reading.plain, match.index, match.index + match[0].length);
    const keys: [kind: 'c' | 'y', place: string][] = [];
    const [, year, named, before, form, young] = match;
    if (year !== undefined) keys.push(['y', year]);
    for (const name of [named, before, form]) if (name !== undefined) keys.push(['c', placeKey(name)]);
    if (young !== undefined) keys.push(['c', young], ['y', young]);
    while (from < reading.words.length && (reading.words[from]?.start ?? 0) < sentence.start) from++;
    for (let at = from; at < reading.words.length; at++) {
      const word = reading.words[at];
      if (word === undefined || word.start >= sentence.end || out.length > mostMentions) break;
      if (
        word.text.length < 2 ||
        isGrammarWord(word.text) ||
        (word.start >= match.index && word.start < match.index + match[0].length)
      )
        continue;
      for (const text of readings(word))
        for (const [kind, place] of keys) out.push({ key: keyOf(kind, text, place), first: word, last: word });
    }
  }
  return out;
};

/** A surname after a title: "Mrs Okafor", "Ms. Van der Berg". */
export const titledMentions = (reading: Reading): Mention[] => {
  const out: Mention[] = [];
  for (const [index, word] of reading.words.entries()) {
    if (!isTitle(word)) continue;
    let text = '';
    for (let to = index + 1; to <= Math.min(index + 3, reading.words.length - 1); to++) {
      const next = reading.words[to];
      if (next === undefined || (to > index + 1 && next.gap !== 'space' && next.gap !== 'hyphen')) break;
      text += next.readings.at(-1) ?? '';
      for (const part of to === index + 1 ? readings(next) : [text])
        out.push({ key: keyOf('s', part), first: word, last: next });
    }
  }
  return out;
};

/** All keys of one text, each once. */
export const keysOfReading = (reading: Reading): string[] => {
  const keys = new Set<string>();
  for (const group of reading.groups) keys.add(group.key);
  for (const find of [givenMentions, initialMentions, surnameMentions, placeMentions, titledMentions])
    for (const mention of find(reading)) keys.add(mention.key);
  return [...keys];
};
