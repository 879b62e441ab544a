// Finds what somebody is looking for by the words they type, whatever their case, accents and apostrophes. Pure.

/** Is every word of `search` in one of the texts, at the beginning of a word? Nothing typed finds everything. */
export function findsAll(search: string, texts: readonly string[]): boolean {
  const text = ` ${folded(texts.join(' '))}`;
  return folded(search)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => text.includes(` ${word}`) || text.includes(`.${word}`));
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’']/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.-]+/gu, ' ')
    .trim();
