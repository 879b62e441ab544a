// The keys under which a person's name is stored, so that a draft's words find it by exact look-up.
import { fold } from './fold.ts';

export interface NamedPerson {
  readonly first: string;
  readonly last: string;
  readonly preferred?: string | undefined;
  /** Names no longer used; they match, and are never shown. */
  readonly former?: readonly { readonly first?: string | undefined; readonly last?: string | undefined }[] | undefined;
}

export interface PlacedPerson extends NamedPerson {
  readonly kind: 'pupil' | 'staff' | 'other-adult';
  readonly className?: string | undefined;
  readonly yearGroup?: string | undefined;
}

/** One way of writing a first or last name, in joined small letters, with the places where its words meet. */
export interface Written {
  readonly text: string;
  readonly seams: readonly number[];
}

/** The key kinds: a full name; a given name alone; given name and surname initial, class or year; a surname after a title; a surname after an initial. */
export type KeyKind = 'n' | 'g' | 'i' | 'c' | 'y' | 's' | 'f';
export const keyOf = (kind: KeyKind, text: string, place = ''): string =>
  place === '' ? `${kind}:${text}` : `${kind}:${text}/${place}`;

const particles = new Set(
  'van der den de la le du di da dos del della von zu ter ten bin binti bint al el ibn abu ap ab ni nic mac mc st saint san santa y e'.split(
    ' ',
  ),
);
const maxWays = 8;

const umlauts: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  Ä: 'ae',
  Ö: 'oe',
  Ü: 'ue',
  Å: 'aa',
  Ø: 'oe',
};

const wordsIn = (name: string): string[] =>
  fold(name)
    .text.replaceAll("'", '')
    .replace(/\([^)]{0,80}\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const joined = (words: readonly string[]): Written => {
  const seams: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') seams.push(text.length);
    text += word;
  }
  return { text, seams };
};

/** Every way one name may be written: whole; each half of a double name; without particles; Mac and Mc; umlauts spelled out. */
export const waysToWrite = (name: string, half: 'any' | 'none' = 'any'): Written[] => {
  const ways = new Map<string, Written>();
  const add = (way: Written): void => {
    if (way.text !== '' && !ways.has(way.text)) ways.set(way.text, way);
  };
  const composed = name.normalize('NFC').trim().slice(0, 200);
  const spellings = new Set([composed, composed.replace(/[äöüåøÄÖÜÅØ]/g, (letter) => umlauts[letter] ?? letter)]);
  if (/[^\p{Script=Latin}\p{P}\s]/u.test(composed)) spellings.add(composed.toUpperCase()).add(composed.toLowerCase());
  for (const spelling of spellings) {
    const words = wordsIn(spelling);
    add(joined(words));
    const plain = words.filter((word) => !particles.has(word));
    if (half === 'any' && words.length > 1) {
      if (plain.length > 0 && plain.length < words.length) add(joined(plain));
      if (words.length < 6) for (const word of plain) if (word.length > 1) add({ text: word, seams: [] });
    }
    const whole = words.join('');
    if (/^ma?c[a-z]{4,}$/.test(whole))
      add({ text: whole.startsWith('mac') ? `mc${whole.slice(3)}` : `mac${whole.slice(2)}`, seams: [] });
    const flat = whole.replace(/([aou])e/g, '$1');
    if (/[aou]e[^aeiou]/.test(whole)) add({ text: flat, seams: [] });
    if (whole.startsWith('st') && words[0] === 'st') add({ text: `saint${words.slice(1).join('')}`, seams: [5] });
  }
  return [...ways.values()].slice(0, maxWays);
};

const unique = (ways: readonly Written[]): Written[] => [...new Map(ways.map((way) => [way.text, way])).values()];

export const firstNamesOf = (person: NamedPerson): Written[] =>
  unique(
    [person.first, person.preferred ?? '', ...(person.former ?? []).map((name) => name.first ?? '')].flatMap((name) =>
      waysToWrite(name),
    ),
  );

export const lastNamesOf = (person: NamedPerson): Written[] =>
  unique([person.last, ...(person.former ?? []).map((name) => name.last ?? '')].flatMap((name) => waysToWrite(name)));

/** "Class 4B", "4b" and "Y4 B" are one place: small letters and digits, without the word class or year. */
export const placeKey = (place: string): string =>
  fold(place)
    .text.replace(/\b(?:class|year group|year|yr|form|tutor group)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^y(?=\d)/, '');

/** The full-name keys of a person, both orders. A person with one name only is found by that one. */
export const fullNameKeys = (person: NamedPerson): string[] => {
  const firsts = firstNamesOf(person);
  const lasts = lastNamesOf(person);
  const names = new Set<string>();
  for (const first of firsts) {
    for (const last of lasts) names.add(first.text + last.text).add(last.text + first.text);
  }
  if (firsts.length === 0) for (const last of waysToWrite(person.last, 'none')) names.add(last.text);
  if (lasts.length === 0) {
    for (const only of [person.first, person.preferred ?? ''])
      for (const way of waysToWrite(only, 'none')) names.add(way.text);
  }
  return [...names].map((name) => keyOf('n', name));
};

/** Every key to store for a person. A pupil is also found by given name with class, year or initial, and by surname with the given name's initial; an adult by title and surname. */
export const nameKeys = (person: PlacedPerson): string[] => {
  const keys = new Set(fullNameKeys(person));
  if (person.kind !== 'pupil') {
    for (const last of lastNamesOf(person)) keys.add(keyOf('s', last.text));
    return [...keys];
  }
  const year = placeKey(person.yearGroup ?? '');
  const form = placeKey(person.className ?? '');
  for (const first of firstNamesOf(person)) {
    keys.add(keyOf('g', first.text));
    for (const last of waysToWrite(person.last, 'none').slice(0, 1))
      keys.add(keyOf('i', first.text, last.text.charAt(0)));
    if (form !== '') keys.add(keyOf('c', first.text, form));
    if (year !== '') keys.add(keyOf('y', first.text, year));
    for (const last of lastNamesOf(person)) keys.add(keyOf('f', last.text, first.text.charAt(0)));
  }
  return [...keys];
};
