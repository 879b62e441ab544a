// Works out what a class list would change on the roll, before anything is changed: who joins, changes, stays or leaves.
import { type ChangeShare, changeShare } from './change-share.ts';
import { foldName, nameFolder } from './fold-name.ts';
import { noteRekeyed, noteWholeClasses } from './import-warnings.ts';
import { type ExistingPupil, externalIdOf, matchPupils } from './match-pupils.ts';
import { type ProblemList, type RosterNote, type RosterProblem, problemList } from './problem.ts';
import { type PupilField, type PupilRow } from './pupil-rows.ts';
import { type Twins, ambiguousProblem, checkStableIds, findTwins } from './twins.ts';

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
  const nameKey = nameFolder();
  checkStableIds(rows, errors);
  const twins = findTwins(rows, nameKey, errors);
  const classes = covers === 'these-classes' ? classesOf(rows, errors) : null;

  const matches = matchPupils(rows, existing, source, nameKey);
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
  noteRekeyed(matches.newRows, leavers, source, nameKey, notes);
  if (covers === 'whole-roll') noteWholeClasses(leavers, existing, notes);

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
