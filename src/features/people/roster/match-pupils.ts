// Finds for each row of a class list the pupil it means: by stable id first, then by name, year and class.
import { type PlacedPupil, type Pairs, pairNamesakes } from './pair-namesakes.ts';
import { type PupilRow } from './pupil-rows.ts';
import { yearGroupStep } from './year-group.ts';

/** A pupil on the roll today. External ids are known by the system they come from. */
export interface ExistingPupil extends PlacedPupil {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly externalIds: readonly { readonly source: string; readonly id: string }[];
}

export interface PupilMatches {
  readonly pairs: readonly (readonly [PupilRow, ExistingPupil])[];
  readonly newRows: readonly PupilRow[];
  readonly unmatched: readonly ExistingPupil[];
  /** Rows and pupils of one name that nothing tells apart. */
  readonly ambiguous: readonly { readonly rows: readonly PupilRow[]; readonly pupils: readonly ExistingPupil[] }[];
}

export function externalIdOf(pupil: ExistingPupil, source: string): string | null {
  return pupil.externalIds.find((external) => external.source === source)?.id ?? null;
}

export function matchPupils(
  rows: readonly PupilRow[],
  existing: readonly ExistingPupil[],
  source: string,
  nameKey: (person: PupilRow | ExistingPupil) => string,
): PupilMatches {
  const pairs: (readonly [PupilRow, ExistingPupil])[] = [];
  const matched = new Set<ExistingPupil>();
  const byId = new Map<string, ExistingPupil>();
  for (const pupil of existing) {
    const id = externalIdOf(pupil, source);
    if (id !== null) byId.set(id, pupil);
  }
  const named: PupilRow[] = [];
  for (const row of rows) {
    const pupil = row.externalId ? byId.get(row.externalId) : undefined;
    if (pupil) {
      pairs.push([row, pupil]);
      matched.add(pupil);
    } else named.push(row);
  }
  const rest = existing.filter((pupil) => !matched.has(pupil));
  const byName = Map.groupBy(rest, nameKey);
  const rowsByName = Map.groupBy(named, nameKey);
  const turnOfYear = isTurnOfYear(pairs, rowsByName, byName);

  const newRows: PupilRow[] = [];
  const unmatched: ExistingPupil[] = [];
  const ambiguous: { rows: readonly PupilRow[]; pupils: readonly ExistingPupil[] }[] = [];
  for (const [name, group] of rowsByName) {
    const found = matchGroup(group, byName.get(name) ?? [], source, turnOfYear);
    byName.delete(name);
    pairs.push(...found.pairs);
    newRows.push(...found.rows);
    unmatched.push(...found.pupils);
    if (found.ambiguous) ambiguous.push({ rows: found.rows, pupils: found.pupils });
  }
  for (const group of byName.values()) unmatched.push(...group);
  return { pairs, newRows, unmatched, ambiguous };
}

/** Two different stable ids are two different pupils, whatever their names: those never pair by name. */
function matchGroup(
  rows: readonly PupilRow[],
  pupils: readonly ExistingPupil[],
  source: string,
  turnOfYear: boolean,
): Pairs<PupilRow, ExistingPupil> {
  const withId = rows.filter(({ externalId }) => externalId);
  if (withId.length === 0) return pairNamesakes(rows, pupils, turnOfYear);
  const withoutId = rows.filter(({ externalId }) => !externalId);
  const first = pairNamesakes(
    withId,
    pupils.filter((pupil) => externalIdOf(pupil, source) === null),
    turnOfYear,
  );
  const paired = new Set(first.pairs.map(([, pupil]) => pupil));
  const second = pairNamesakes(
    withoutId,
    pupils.filter((pupil) => !paired.has(pupil)),
    turnOfYear,
  );
  return {
    pairs: [...first.pairs, ...second.pairs],
    rows: [...first.rows, ...second.rows],
    pupils: second.pupils,
    ambiguous: first.ambiguous || second.ambiguous,
  };
}

/** True when most of the pupils nobody could mistake have gone up a year. */
function isTurnOfYear(
  pairs: readonly (readonly [PupilRow, ExistingPupil])[],
  rowsByName: ReadonlyMap<string, readonly PupilRow[]>,
  byName: ReadonlyMap<string, readonly ExistingPupil[]>,
): boolean {
  let up = 0;
  let known = 0;
  const count = (row: PupilRow, pupil: ExistingPupil) => {
    const [to, from] = [yearGroupStep(row.yearGroup), yearGroupStep(pupil.yearGroup)];
    if (to === null || from === null) return;
    known += 1;
    if (to === from + 1) up += 1;
  };
  for (const [row, pupil] of pairs) count(row, pupil);
  for (const [name, [row, second]] of rowsByName) {
    const [pupil, another] = byName.get(name) ?? [];
    if (row && pupil && !second && !another) count(row, pupil);
  }
  return up * 2 > known;
}
