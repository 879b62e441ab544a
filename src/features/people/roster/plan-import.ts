// Works out what a class list would change on the roll, before anything is changed: who joins, changes, stays or leaves.
import { foldFullName, foldName } from './fold-name.ts';
import { type ExistingPupil, externalIdOf, matchPupils } from './match-pupils.ts';
import { place } from './pair-namesakes.ts';
import { type ProblemList, type RosterNote, type RosterProblem, problemList, shown } from './problem.ts';
import { type PupilField, type PupilRow } from './pupil-rows.ts';
import { type ChangeShare, changeShare } from './change-share.ts';

export type RollCover = 'whole-roll' | 'these-classes';

export interface FieldChange<Field extends string> {
  readonly field: Field;
  readonly from: string | null;
  readonly to: string | null;
}

export interface PupilChange {
  readonly row: number;
  readonly pupil: ExistingPupil;
  readonly fields: readonly FieldChange<PupilField>[];
}

/** Pupils of one name whom the file itself tells apart. */
export interface Twins {
  readonly name: string;
  readonly rows: readonly number[];
  readonly toldApartBy: 'stable id' | 'class or year';
}

export interface PupilImportPlan extends ChangeShare {
  readonly joiners: readonly PupilRow[];
  readonly changes: readonly PupilChange[];
  readonly unchanged: readonly ExistingPupil[];
  readonly leavers: readonly ExistingPupil[];
  readonly twins: readonly Twins[];
  /** While there is a single error, nothing may be imported. */
  readonly errors: readonly RosterProblem[];
  readonly errorCount: number;
  readonly notes: readonly RosterNote[];
}

export interface PupilImport {
  readonly rows: readonly PupilRow[];
  /** The pupils on the roll today, of the whole school; leavers are not among them. */
  readonly existing: readonly ExistingPupil[];
  readonly covers: RollCover;
  /** The system the stable ids come from, such as "arbor" or "class-list". */
  readonly source: string;
}

export function planPupilImport({ rows, existing, covers, source }: PupilImport): PupilImportPlan {
  const errors = problemList();
  const notes: RosterNote[] = [];
  checkStableIds(rows, errors);
  const twins = findTwins(rows, errors);
  const classes = covers === 'these-classes' ? classesOf(rows, errors) : null;

  const matches = matchPupils(rows, existing, source);
  for (const group of matches.ambiguous) errors.add(ambiguousProblem(group.rows, group.pupils.length));

  const changes: PupilChange[] = [];
  const unchanged: ExistingPupil[] = [];
  for (const [row, pupil] of matches.pairs) {
    const fields = changedFields(row, pupil, source);
    if (fields.length > 0) changes.push({ row: row.row, pupil, fields });
    else unchanged.push(pupil);
  }
  const leavers = classes
    ? matches.unmatched.filter(({ className }) => className !== null && classes.has(foldName(className)))
    : matches.unmatched;
  const renamed = changes.filter(({ fields }) =>
    fields.some(({ field }) => field === 'firstName' || field === 'lastName'),
  ).length;
  noteRekeyed(matches.newRows, leavers, source, notes);

  const { problems, problemCount } = errors.found();
  return {
    joiners: matches.newRows,
    changes: changes.sort((one, other) => one.row - other.row),
    unchanged,
    leavers,
    twins,
    ...changeShare({ joiners: matches.newRows.length, leavers: leavers.length, renamed, existing: existing.length }),
    errors: problems,
    errorCount: problemCount,
    notes,
  };
}

/** Only what the file speaks of can change: an absent column or an empty id takes nothing away. */
function changedFields(row: PupilRow, pupil: ExistingPupil, source: string): FieldChange<PupilField>[] {
  const fields: FieldChange<PupilField>[] = [];
  const compare = (field: PupilField, from: string | null, to: string | null | undefined) => {
    if (to !== undefined && to !== from) fields.push({ field, from, to });
  };
  compare('firstName', pupil.firstName, row.firstName);
  compare('lastName', pupil.lastName, row.lastName);
  compare('preferredName', pupil.preferredName, row.preferredName);
  compare('yearGroup', pupil.yearGroup, row.yearGroup);
  compare('className', pupil.className, row.className);
  compare('externalId', externalIdOf(pupil, source), row.externalId ?? undefined);
  return fields;
}

function checkStableIds(rows: readonly PupilRow[], errors: ProblemList): void {
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
function findTwins(rows: readonly PupilRow[], errors: ProblemList): Twins[] {
  const twins: Twins[] = [];
  const byName = Map.groupBy(rows, ({ firstName, lastName }) => foldFullName(firstName, lastName));
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

function ambiguousProblem(rows: readonly PupilRow[], onRoll: number): RosterProblem {
  const [first] = rows;
  return {
    row: first?.row ?? null,
    column: null,
    message: `${rows.length === 1 ? `Row ${listed(rows)}` : `Rows ${listed(rows)}`}: the roll has ${onRoll === 1 ? 'one pupil' : `${onRoll} pupils`} called ${first ? shown(fullName(first)) : 'so'}, and neither year nor class tells which is meant.`,
    remedy: 'Add a column “External id” with the admission number of each pupil, or correct the year and class.',
  };
}

function classesOf(rows: readonly PupilRow[], errors: ProblemList): Set<string> {
  const classes = new Set<string>();
  for (const { row, className } of rows) {
    if (className) classes.add(foldName(className));
    else
      errors.add({
        row,
        column: 'class',
        message: `Row ${row} has no class, so Gatepost cannot know which classes the list covers.`,
        remedy: 'Fill in the class, or say that the list is the whole roll.',
      });
  }
  return classes;
}

/** A new export with other ids would replace everybody by themselves: say so before it happens. */
function noteRekeyed(
  joiners: readonly PupilRow[],
  leavers: readonly ExistingPupil[],
  source: string,
  notes: RosterNote[],
): void {
  const leaving = new Set(
    leavers
      .filter((pupil) => externalIdOf(pupil, source) !== null)
      .map(({ firstName, lastName }) => foldFullName(firstName, lastName)),
  );
  const again = joiners.filter(
    ({ externalId, firstName, lastName }) => externalId && leaving.has(foldFullName(firstName, lastName)),
  );
  if (again.length === 0) return;
  const message = `${again.length === 1 ? 'One pupil joins' : `${again.length} pupils join`} under the name of a pupil who leaves, with another id. If the ids of your system have changed, import the list without its id column.`;
  notes.push({ row: again[0]?.row ?? null, column: null, message });
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
