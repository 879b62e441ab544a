// The words of a sentence that say what it is about, and how much two sentences have in common. Pure.

const COMMON = new Set(
  (
    'a about all also an and any are as at be been before being but by can do does done each every for from has have he her him his how if in into is it its ' +
    'may might more must no nor not of off on one only onto or other our own shall she should so some such than that the their them then there these ' +
    'they this those through to under unless until up use used using was were what when where whether which who whom whose why will with within without would you your ' +
    'school schools'
  ).split(' '),
);

/** Small letters, without plural endings: `Pupils’ photographs` → pupil, photograph. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}’']/gu, '')
    .toLowerCase()
    .match(/\p{L}{2,}/gu);
  return new Set((words ?? []).filter((word) => !COMMON.has(word)).map(stem));
}

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s|ally|ly)$/, '').padEnd(3, word) : word;

/** How many texts each word stands in: rare words tell more. */
export function rarity(texts: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (1 + (counts.get(word) ?? 0)));
}

/** From 0 (nothing) to 1 (the same words). */
export function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weightOf: (word: string) => number = () => 1,
): number {
  let shared = 0;
  let all = 0;
  for (const word of one) {
    const weight = weightOf(word);
    all += weight;
    if (other.has(word)) shared += weight;
  }
  for (const word of other) if (!one.has(word)) all += weightOf(word);
  return all === 0 ? 0 : shared / all;
}
