// Pupils of one name within a list: who can be told apart, and what to say when they cannot.
import { type NameKey } from './fold-name.ts';
import { place } from './pair-namesakes.ts';
import { type ProblemList, type RosterProblem, shown } from './problem.ts';
import { type PupilRow } from './pupil-rows.ts';

/** Pupils of one name whom the file itself tells apart. */
export interface Twins {
  readonly name: string;
  readonly rows: readonly number[];
  readonly toldApartBy: 'stable id' | 'class or year';
}

/** Each stable id once. */
export function checkStableIds(rows: readonly PupilRow[], errors: ProblemList): void {
  const firstRow = new Map<string, number>();
  for (const { row, externalId } of rows) {
    if (!externalId) continue;
    const first = firstRow.get(externalId);
    if (first === undefined) firstRow.set(externalId, row);
    else
      errors.add({
        row,
        column: 'id',
        message: `Row ${row} has the same id (${shown(externalId)}) as row ${first}.`,
        remedy: 'Give each pupil their own id, or delete the row that is there twice.',
      });
  }
}

/** Several rows of one name in one class and year, and not each with an id of its own, cannot be told apart. */
export function findTwins(rows: readonly PupilRow[], nameKey: NameKey, errors: ProblemList): Twins[] {
  const twins: Twins[] = [];
  const byName = Map.groupBy(rows, nameKey);
  for (const namesakes of byName.values()) {
    const [first] = namesakes;
    if (!first || namesakes.length < 2) continue;
    let byId = false;
    for (const together of Map.groupBy(namesakes, place).values()) {
      if (together.length < 2) continue;
      byId = true;
      const without = together.filter(({ externalId }) => !externalId);
      if (without.length > 0) errors.add(twinProblem(without.length > 1 ? without : together));
    }
    twins.push({
      name: fullName(first),
      rows: namesakes.map(({ row }) => row),
      toldApartBy: byId ? 'stable id' : 'class or year',
    });
  }
  return twins;
}

function twinProblem(rows: readonly PupilRow[]): RosterProblem {
  const [first, second] = rows;
  return {
    row: second?.row ?? null,
    column: null,
    message: `Rows ${listed(rows)} hold the same name${first ? ` (${shown(fullName(first))})` : ''}, year and class.`,
    remedy:
      'If it is one pupil, delete one row. If they are two, add a column “External id” with the admission number of each.',
  };
}

/** Rows that could mean any of several pupils on the roll. */
export function ambiguousProblem(rows: readonly PupilRow[], onRoll: number): RosterProblem {
  const [first] = rows;
  return {
    row: first?.row ?? null,
    column: null,
    message: `${rows.length === 1 ? `Row ${listed(rows)}` : `Rows ${listed(rows)}`}: the roll has ${onRoll === 1 ? 'one pupil' : `${onRoll} pupils`} called ${first ? shown(fullName(first)) : 'so'}, and neither year nor class tells which is meant.`,
    remedy: 'Add a column “External id” with the admission number of each pupil, or correct the year and class.',
  };
}

function fullName({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName} ${lastName}`;
}

function listed(rows: readonly { readonly row: number }[]): string {
  const numbers = rows.slice(0, 10).map(({ row }) => String(row));
  if (rows.length > 10) return `${numbers.join(', ')} and ${rows.length - 10} more`;
  const last = numbers.pop() ?? '';
  return numbers.length > 0 ? `${numbers.join(', ')} and ${last}` : last;
}
