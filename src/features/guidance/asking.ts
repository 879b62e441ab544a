// A question as typed, broken into what it is about: each word with its relatives, to be looked for. Pure.
import { ASKING, BROADER, SAME } from './synonyms.ts';

export interface Subject {
  /** As it was typed. */
  readonly typed: string;
  /** The word and those that mean the same. */
  readonly terms: readonly string[];
  /** What it stands for more broadly; counts for less. */
  readonly broader: readonly string[];
}

/** More than anybody asks about at once. */
const MOST = 12;
const LONGEST_TERM = 3;

const SAME_AS: ReadonlyMap<string, readonly string[]> = new Map(
  SAME.flatMap((terms) => terms.map((term) => [term, terms] as const)),
);

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’']/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param instead what a misspelt word is taken for */
export function subjectsOf(question: string, instead: ReadonlyMap<string, string> = new Map()): Subject[] {
  const words = wordsOf(question).map((word) => instead.get(word) ?? word);
  const subjects: Subject[] = [];
  for (let at = 0; at < words.length;) {
    const length = knownTermAt(words, at);
    const typed = words.slice(at, at + length).join(' ');
    at += length;
    if (length === 1 && ASKING.has(typed)) continue;
    const [form] = formsOf(typed).filter((one) => SAME_AS.has(one) || Object.hasOwn(BROADER, one));
    const terms = [...new Set([typed, ...(form === undefined ? [] : (SAME_AS.get(form) ?? []))])];
    // The same thing said twice in a question is one thing asked about.
    if (formsOf(typed).some((one) => subjects.some(({ terms: said }) => said.includes(one)))) continue;
    subjects.push({ typed, terms, broader: (form !== undefined && BROADER[form]) || [] });
  }
  return subjects.slice(0, MOST);
}

/** How many words from here on are one known term, the longest first. */
function knownTermAt(words: readonly string[], at: number): number {
  for (let length = LONGEST_TERM; length > 1; length--) {
    const term = words.slice(at, at + length);
    if (term.length === length && formsOf(term.join(' ')).some((form) => SAME_AS.has(form))) return length;
  }
  return 1;
}

/** A word as it is, and as it may stand in the list: without its plural or ending. */
export function formsOf(term: string): string[] {
  const cut = (ending: RegExp, by: string): string[] => (ending.test(term) ? [term.replace(ending, by)] : []);
  return [
    term,
    ...cut(/ies$/, 'y'),
    ...cut(/es$/, ''),
    ...cut(/s$/, ''),
    ...cut(/ing$/, ''),
    ...cut(/ing$/, 'e'),
    ...cut(/(.)\1ing$/, '$1'),
    ...cut(/ed$/, ''),
    ...cut(/ed$/, 'e'),
  ].filter((form) => form.length > 1);
}

export const knownWords: ReadonlySet<string> = new Set(
  [...SAME.flat(), ...Object.keys(BROADER), ...Object.values(BROADER).flat()].flatMap(wordsOf),
);
