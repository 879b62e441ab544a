// What looks like a slip in an import although every row is sound, said before anything happens.
import { type NameKey, foldName } from './fold-name.ts';
import { type ExistingPupil, externalIdOf } from './match-pupils.ts';
import { type RosterNote, shown } from './problem.ts';
import { type PupilRow } from './pupil-rows.ts';

/** A new export with other ids would replace everybody by themselves: say so before it happens. */
export function noteRekeyed(
  joiners: readonly PupilRow[],
  leavers: readonly ExistingPupil[],
  source: string,
  nameKey: NameKey,
  notes: RosterNote[],
): void {
  const leaving = new Set(leavers.filter((pupil) => externalIdOf(pupil, source) !== null).map(nameKey));
  const again = joiners.filter((row) => row.externalId && leaving.has(nameKey(row)));
  if (again.length === 0) return;
  const message = `${again.length === 1 ? 'One pupil joins' : `${again.length} pupils join`} under the name of a pupil who leaves, with another id. If the ids of your system have changed, import the list without its id column.`;
  notes.push({ row: again[0]?.row ?? null, column: null, message });
}

/** Whole classes that leave at once are oftener a list of some classes taken for the whole roll. */
export function noteWholeClasses(
  leavers: readonly ExistingPupil[],
  existing: readonly ExistingPupil[],
  notes: RosterNote[],
): void {
  const classOf = ({ className }: ExistingPupil) => (className === null ? null : foldName(className));
  const sizes = new Map<string | null, number>();
  for (const pupil of existing) sizes.set(classOf(pupil), (sizes.get(classOf(pupil)) ?? 0) + 1);
  const gone: string[] = [];
  for (const [className, pupils] of Map.groupBy(leavers, classOf)) {
    const name = pupils[0]?.className;
    if (className !== null && name && pupils.length > 1 && pupils.length === sizes.get(className)) gone.push(name);
  }
  if (gone.length === 0) return;
  const named = gone.slice(0, 10).map(shown).join(', ');
  const message = `Every pupil of ${gone.length === 1 ? 'the class' : `${gone.length} classes`} ${named} would leave. If the list covers only some classes, say so above.`;
  notes.push({ row: null, column: null, message });
}
