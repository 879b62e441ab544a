// What somebody most likely meant by a word that stands nowhere: one letter off, two in a long word. Pure.

/** Words that begin otherwise are other words, except where the ear cannot tell. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^ph/, 'f'],
  [/^kn/, 'n'],
  [/^c(?=[aou])/, 'k'],
];
const start = (word: string): string =>
  SOUNDS.reduce((said, [written, by]) => said.replace(written, by), word)[0] ?? '';

const SHORTEST = 4;
/** A word so short is one letter away from too many others: it must sound the same. */
const BY_SOUND_ALONE = 4;

/** @returns null where nothing is near enough to be meant */
export function nearestWord(typed: string, known: Iterable<string>): string | null {
  if (typed.length < SHORTEST || /\d/.test(typed)) return null;
  const most = typed.length <= BY_SOUND_ALONE ? 0 : typed.length < 8 ? 1 : 2;
  let best: string | null = null;
  let bestChanges = most + 1;
  for (const word of known) {
    if (word.length < SHORTEST || start(word) !== start(typed)) continue;
    const changes = changesBetween(soundingOf(typed), soundingOf(word), bestChanges);
    if (changes < bestChanges) [best, bestChanges] = [word, changes];
  }
  return best;
}

const soundingOf = (word: string): string => SOUNDS.reduce((said, [written, by]) => said.replace(written, by), word);

/** Letters added, left out, changed, or swapped with their neighbour; given up at `limit`. */
function changesBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      current.push(least);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length]!;
}
