// A class list as a school's own system exports it: classes full of invented children, the same on every start.
import { CALLED, NAMES } from './names.ts';

export interface ClassOf {
  readonly name: string;
  /** The year group of each part of the class, in the words of the list. */
  readonly years: readonly string[];
  readonly size: number;
  /** Children who are in it whatever the dice say, as `First Last`. */
  readonly with?: readonly string[];
}

/** @returns CSV text, UTF-8 */
export function classList(classes: readonly ClassOf[], seed: number): string {
  const dice = diceFrom(seed);
  const taken = new Set(classes.flatMap((one) => one.with ?? []));
  const rows = classes.flatMap((one) => {
    const names = [...(one.with ?? [])];
    while (names.length < one.size) {
      const name = nameFrom(dice);
      if (!taken.has(name)) names.push(name);
      taken.add(name);
    }
    return names.map((name, index) => {
      const [first = '', last = ''] = name.split(' ');
      const year = one.years[Math.floor((index * one.years.length) / one.size)]!;
      return [first, last, CALLED[first] ?? '', year, one.name];
    });
  });
  const lines = rows.map((row, index) => [...row, String(70_001 + seed * 1_000 + index)].join(','));
  return ['First name,Last name,Preferred name,Year,Class,Pupil id', ...lines].join('\n');
}

function nameFrom(dice: () => number): string {
  let throwOf = dice() * NAMES.reduce((sum, { share }) => sum + share, 0);
  const kind = NAMES.find(({ share }) => (throwOf -= share) < 0) ?? NAMES[0]!;
  const one = (list: readonly string[]) => list[Math.floor(dice() * list.length)]!;
  return `${one(kind.first)} ${one(kind.last)}`;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function diceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
