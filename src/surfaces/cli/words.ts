// Words of the command line: how names are written there, and which known name was probably meant.

/** `sendBack` → `send-back`. */
export const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `sendBack` → `send back`. */
export const spaced = (name: string): string => kebab(name).replaceAll('-', ' ');

/** Known names that differ from a mistyped one in few letters, nearest first, at most three. */
export function nearest(typed: string, known: Iterable<string>): readonly string[] {
  const most = Math.max(1, Math.floor(typed.length / 3));
  return [...known]
    .map((name) => ({ name, distance: name.startsWith(typed) ? 0 : distance(typed, name) }))
    .filter((candidate) => candidate.distance <= most)
    .toSorted((a, b) => a.distance - b.distance || a.name.localeCompare(b.name, 'en'))
    .slice(0, 3)
    .map((candidate) => candidate.name);
}

export const didYouMean = (typed: string, known: Iterable<string>): string => {
  const names = nearest(typed, known);
  return names.length === 0 ? '' : ` Did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
};

/** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, before[column - 2]! + 1);
      }
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length]!;
}
