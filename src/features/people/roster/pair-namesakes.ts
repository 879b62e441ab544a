// Finds, among people of one name, which row of the file is which person on the roll: by class and year, moves included.
import { foldName } from './fold-name.ts';
import { yearGroupStep } from './year-group.ts';

export interface PlacedRow {
  readonly row: number;
  readonly yearGroup?: string | null;
  readonly className?: string | null;
}

export interface PlacedPupil {
  readonly id: string;
  readonly yearGroup: string | null;
  readonly className: string | null;
}

export interface Pairs<Row, Pupil> {
  readonly pairs: readonly (readonly [Row, Pupil])[];
  readonly rows: readonly Row[];
  readonly pupils: readonly Pupil[];
  /** What is left could be the same people, and nothing in the file tells which is which. */
  readonly ambiguous: boolean;
}

type Key<Item> = (item: Item) => string | null;
type Placed = { readonly yearGroup?: string | null | undefined; readonly className?: string | null | undefined };

/**
 * Pairs the rows and pupils of one name. One of each is the same pupil unless the years forbid it. With more, those
 * whose place is unique on both sides pair first: after the turn of the year the place one year on, else the same place.
 * Every pass is a look-up by key, so the cost grows with the number of people only.
 */
export function pairNamesakes<Row extends PlacedRow, Pupil extends PlacedPupil>(
  rows: readonly Row[],
  pupils: readonly Pupil[],
  turnOfYear: boolean,
): Pairs<Row, Pupil> {
  const pairs: (readonly [Row, Pupil])[] = [];
  let left = { rows, pupils };
  const pass = (rowKey: Key<Placed>, pupilKey: Key<Placed>) => {
    if (left.rows.length === 0 || left.pupils.length === 0) return;
    left = pairByKey(left.rows, left.pupils, rowKey, pupilKey, pairs);
  };
  const alone = rows.length === 1 && pupils.length === 1;
  if (!alone) {
    if (turnOfYear) pass(year, yearOn);
    pass(place, place);
    pass(className, className);
    pass(year, year);
    pass(year, yearOn);
  }
  const [row, pupil] = [left.rows[0], left.pupils[0]];
  if (row && pupil && left.rows.length === 1 && left.pupils.length === 1 && couldBeOne(row, pupil)) {
    return { pairs: [...pairs, [row, pupil]], rows: [], pupils: [], ambiguous: false };
  }
  const ambiguous = left.rows.length + left.pupils.length > 2 && someCouldBeOne(left.rows, left.pupils);
  return { pairs, ...left, ambiguous };
}

/** A pupil stays in a year, goes up one, or is put back one. An unknown year forbids nothing. */
function couldBeOne(row: Placed, pupil: Placed): boolean {
  const [to, from] = [yearGroupStep(row.yearGroup), yearGroupStep(pupil.yearGroup)];
  return to === null || from === null || Math.abs(to - from) <= 1;
}

/** There are some twenty year groups, so this compares distinct years, not people. */
function someCouldBeOne(rows: readonly Placed[], pupils: readonly Placed[]): boolean {
  if (rows.length === 0 || pupils.length === 0) return false;
  const years = (people: readonly Placed[]) => [...new Set(people.map(({ yearGroup }) => yearGroup ?? null))];
  const [to, from] = [years(rows), years(pupils)];
  return to.some((row) => from.some((pupil) => couldBeOne({ yearGroup: row }, { yearGroup: pupil })));
}

function pairByKey<Row extends Placed, Pupil extends Placed>(
  rows: readonly Row[],
  pupils: readonly Pupil[],
  rowKey: Key<Placed>,
  pupilKey: Key<Placed>,
  pairs: (readonly [Row, Pupil])[],
): { rows: readonly Row[]; pupils: readonly Pupil[] } {
  const rowOf = uniqueBy(rows, rowKey);
  const pupilOf = uniqueBy(pupils, pupilKey);
  const paired = new Set<Row | Pupil>();
  for (const [key, row] of rowOf) {
    const pupil = pupilOf.get(key);
    if (!row || !pupil || !couldBeOne(row, pupil)) continue;
    pairs.push([row, pupil]);
    paired.add(row).add(pupil);
  }
  if (paired.size === 0) return { rows, pupils };
  return { rows: rows.filter((row) => !paired.has(row)), pupils: pupils.filter((pupil) => !paired.has(pupil)) };
}

/** The one item of each key; null where several share it. */
function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item | null> {
  const byKey = new Map<string, Item | null>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) byKey.set(key, byKey.has(key) ? null : item);
  }
  return byKey;
}

export const place: Key<Placed> = ({ yearGroup, className }) =>
  `${yearGroup ?? ''}|${className ? foldName(className) : ''}`;
const className: Key<Placed> = (item) => (item.className ? foldName(item.className) : null);
const year: Key<Placed> = ({ yearGroup }) => yearGroupStep(yearGroup)?.toString() ?? null;
const yearOn: Key<Placed> = ({ yearGroup }) => {
  const step = yearGroupStep(yearGroup);
  return step === null ? null : String(step + 1);
};
