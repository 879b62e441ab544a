// Folds a name to the form in which two spellings of it are the same: no capitals, accents, hyphens or apostrophes.

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
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};

/** "Siân O’Brien-Smith" and "SIAN OBrien Smith" fold to one key. */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\p{M}'’‘ʼ`´.]/gu, '')
    .replace(/[\p{Pd}\s]+/gu, ' ')
    .trim();
}

/** The key of a whole name. The bar keeps "Mary Ann | Lee" and "Mary | Ann Lee" apart. */
export function foldFullName(firstName: string, lastName: string): string {
  return `${foldName(firstName)}|${foldName(lastName)}`;
}

/** The folded key of a person's name. */
export type NameKey = (person: { readonly firstName: string; readonly lastName: string }) => string;

/** Folds whole names, each distinct word once: a roll of thousands has few hundred different ones. */
export function nameFolder(): NameKey {
  const folded = new Map<string, string>();
  const fold = (name: string) => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    const key = foldName(name);
    folded.set(name, key);
    return key;
  };
  return ({ firstName, lastName }) => `${fold(firstName)}|${fold(lastName)}`;
}
