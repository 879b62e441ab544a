// One reading of a text, made once and shared by all rules: plain small letters, words, sentences, groups that may be names.
import {
  groupsOf,
  spanOf,
  wordsOf,
  type Folded,
  type Word,
  type WordGroup,
  type Words,
} from '#features/people/names/index.ts';

export interface Reading {
  readonly text: string;
  /** The text in plain small letters; rules search this, and `place` leads back to the original. */
  readonly plain: string;
  readonly folded: Folded;
  readonly words: readonly Word[];
  readonly groups: readonly WordGroup[];
}

export const readText = (text: string): Reading => {
  const words: Words = wordsOf(text);
  return { text, plain: words.folded.text, folded: words.folded, words: words.whole, groups: groupsOf(words) };
};

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** From a stretch of the plain text to the original. */
export const place = (reading: Reading, start: number, end: number): Place => spanOf(reading.folded, start, end);

export const original = (reading: Reading, start: number, end: number): string => {
  const at = place(reading, start, end);
  return reading.text.slice(at.start, at.end);
};

const endOfSentence = /[.!?\n]/;

/** The sentence around a place in the plain text, at most 300 characters either way. */
export const sentenceAround = (plain: string, start: number, end: number): Place => {
  let from = start;
  while (from > 0 && start - from < 300 && !isBreak(plain, from - 1)) from--;
  let to = end;
  while (to < plain.length && to - end < 300 && !isBreak(plain, to)) to++;
  return { start: from, end: to };
};

/** A full stop ends a sentence only before a space or the end: "3.15" and "gov.uk" go on. */
const isBreak = (plain: string, at: number): boolean => {
  const character = plain.charAt(at);
  if (!endOfSentence.test(character)) return false;
  return character !== '.' || at + 1 >= plain.length || /\s/.test(plain.charAt(at + 1));
};

const quoteBefore = /["“«]/;

/** Whether the words stand inside double quotation marks, as a title or somebody's words would. */
export const isQuoted = (reading: Reading, start: number, end: number): boolean => {
  const sentence = sentenceAround(reading.plain, start, end);
  const before = reading.plain.slice(sentence.start, start);
  const after = reading.plain.slice(end, sentence.end + 1);
  const opened = Array.from(before).filter((character) => quoteBefore.test(character) || character === '”').length;
  return opened % 2 === 1 && /["”»]/.test(after);
};

const denial =
  /\b(?:not|never|no|nobody|without|isn't|isnt|aren't|wasn't|weren't|don't|dont|doesn't|didn't|won't|wont|can't|cannot|couldn't|wouldn't|shouldn't|hardly|neither|nor|zero)\b[^.!?\n]{0,18}$/;

/** Whether a denial stands shortly before: "never boring", "we do not promise". */
export const isDenied = (plain: string, start: number): boolean =>
  denial.test(plain.slice(Math.max(0, start - 30), start));
