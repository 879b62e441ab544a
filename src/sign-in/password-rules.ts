// Which passwords are good enough: long, and not easily guessed. No rules about capitals and digits (OWASP ASVS 5.0, 6.2).
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

export const SHORTEST = 12;
export const LONGEST = 128;
/** Of 0 to 4: "safely unguessable" against an attacker who can only try online. */
const SCORE_WANTED = 3;
/** Judging takes time that grows with length; what comes after this many characters can only make it stronger. */
const JUDGED = 64;
/** Characters there must be beside the words anybody would try first. */
const LEFT_OVER = 8;

export interface PasswordProblem {
  readonly code: 'too-short' | 'too-long' | 'easy-to-guess';
  readonly message: string;
  readonly remedy: string;
}

/** `words`: what anybody would try first for this person, such as their name, address and school. */
export type PasswordJudge = (password: string, words: readonly string[]) => Promise<PasswordProblem | null>;

/** The word lists are loaded when the first password is chosen, not at start: they take 0.2 s and 40 MB. */
export function passwordJudge(): PasswordJudge {
  let loading: Promise<ZxcvbnFactory> | undefined;
  return async (password, words) => {
    const problem = wrongLength(password);
    if (problem !== null) return problem;
    loading ??= load();
    const known = contextWords(words);
    const { score, feedback } = (await loading).check(Array.from(password).slice(0, JUDGED).join(''), known);
    if (score < SCORE_WANTED) return easy(feedback.warning ?? 'This password is easy to guess.');
    if (Array.from(without(known, password)).length < LEFT_OVER) {
      return easy('Too much of this password is your name, your address or your school.');
    }
    return null;
  };
}

/** In characters as people count them, not bytes. Spaces count too. */
export function wrongLength(password: string): PasswordProblem | null {
  const length = Array.from(password.slice(0, 4 * LONGEST)).length;
  if (length < SHORTEST) {
    const message = `This password has ${length} characters; it needs at least ${SHORTEST}.`;
    return { code: 'too-short', message, remedy: 'Three or four words with spaces between them are long enough.' };
  }
  if (length > LONGEST) {
    const message = `This password is longer than the ${LONGEST} characters that are possible.`;
    return { code: 'too-long', message, remedy: 'Use a shorter one; four words are plenty.' };
  }
  return null;
}

function easy(message: string): PasswordProblem {
  const remedy = 'Three or four words that have nothing to do with each other, or with you, make a good password.';
  return { code: 'easy-to-guess', message, remedy };
}

/** Longest words first, so that taking `ann` out does not hide `joanna`. */
function without(words: readonly string[], password: string): string {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}

/** Whole phrases and each word of them. */
function contextWords(words: readonly string[]): string[] {
  const phrases = ['gatepost', ...words].map((word) => word.slice(0, 200).toLowerCase());
  const parts = phrases.flatMap((phrase) => phrase.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...phrases, ...parts])].filter((word) => word.length > 2);
}

async function load(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Factory } = await import('@zxcvbn-ts/core');
  const common = await import('@zxcvbn-ts/language-common');
  const english = await import('@zxcvbn-ts/language-en');
  const dictionary = { ...common.dictionary, ...english.dictionary };
  return new Factory({ dictionary, graphs: common.adjacencyGraphs, translations: english.translations });
}
