// Is what somebody typed their own name? Capitals, accents, spaces, hyphens and apostrophes apart. Pure.
import type { NameRow } from '#features/people/index.ts';

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
};

const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[ßæœøđðþł]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** By first or by preferred name; a name in a script of its own is compared as it stands. */
export function isOwnName(typed: string, person: NameRow): boolean {
  const written = folded(typed);
  const names = [person.first_name, person.preferred_name].filter((first) => first !== '');
  return written !== '' && names.some((first) => folded(`${first}${person.last_name}`) === written);
}
