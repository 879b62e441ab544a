// Small numbers as words, as sentences want them; larger ones in figures with their commas.
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

export const countWords = (count: number): string => WORDS[count] ?? count.toLocaleString('en-GB');

/** At the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "nobody leaves", "one leaves", "three leave" */
export const whoDoes = (count: number, one: string, more: string): string =>
  `${count === 0 ? 'nobody' : countWords(count)} ${count > 1 ? more : one}`;
