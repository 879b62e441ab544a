// Counts and lists as people say them: "three", "nobody leaves", "A, B and C".
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Small numbers as words; larger ones in figures with their commas. */
export const sayCount = (count: number): string => WORDS[count] ?? count.toLocaleString('en-GB');

/** At the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "nobody leaves", "one leaves", "three leave" */
export const whoDoes = (count: number, one: string, more: string): string =>
  `${count === 0 ? 'nobody' : sayCount(count)} ${count > 1 ? more : one}`;

/** "A", "A and B", "A, B and C" */
export const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
