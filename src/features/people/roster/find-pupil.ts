// Which pupil on the roll a row means: by stable id, else by full name and class. It never guesses between two.
import { foldName } from './fold-name.ts';
import { type RosterProblem, shown } from './problem.ts';

export interface RollPupil {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string;
  readonly yearGroup: string;
  readonly className: string;
  readonly externalId: string | null;
}

export interface WantedPupil {
  readonly row: number;
  readonly pupil: { readonly id?: string; readonly name?: string; readonly className?: string };
}

type Found = { readonly ok: true; readonly pupil: RollPupil } | { readonly ok: false; readonly problem: RosterProblem };

/** Prepared once for a whole roll: each look-up afterwards is by key. */
export function pupilFinder(roll: readonly RollPupil[]): (wanted: WantedPupil) => Found {
  const byId = new Map(
    roll.flatMap((pupil) => (pupil.externalId === null ? [] : [[pupil.externalId, pupil] as const])),
  );
  const byName = new Map<string, Set<RollPupil>>();
  for (const pupil of roll) {
    for (const first of new Set([pupil.firstName, pupil.preferredName || pupil.firstName])) {
      const key = foldName(`${first} ${pupil.lastName}`);
      byName.set(key, (byName.get(key) ?? new Set()).add(pupil));
    }
  }
  return ({ row, pupil: { id, name, className } }) => {
    const problem = (message: string, remedy: string): Found => ({
      ok: false,
      problem: { row, column: id ? 'Pupil id' : 'Pupil', message, remedy },
    });
    if (id !== undefined) {
      const pupil = byId.get(id);
      if (!pupil)
        return problem(
          `Nobody on the roll has the id ${shown(id)}.`,
          'Import the class list first. If the pupil has left, delete the row.',
        );
      if (name !== undefined && !sharesAName(name, pupil))
        return problem(
          `The id ${shown(id)} is that of ${shown(said(pupil))}, and the row says ${shown(name)}.`,
          'Correct whichever is wrong. If the pupil has a new name, import the class list first.',
        );
      return { ok: true, pupil };
    }
    const called = [...new Set(namesOf(name ?? '').flatMap((key) => [...(byName.get(key) ?? [])]))];
    const here =
      className === undefined ? called : called.filter((pupil) => foldName(pupil.className) === foldName(className));
    const [pupil, second] = here;
    if (pupil && !second) return { ok: true, pupil };
    if (pupil)
      return problem(
        `${here.length} pupils are called ${shown(name ?? '')}: ${here.slice(0, 10).map(place).join('; ')}.`,
        className === undefined
          ? 'Add the class, or a column “Pupil id”.'
          : 'Add a column “Pupil id” with the admission number of each.',
      );
    const elsewhere = called.slice(0, 10).map(place).join('; ');
    return called.length > 0
      ? problem(
          `Nobody called ${shown(name ?? '')} is in ${shown(className ?? '')}; on the roll: ${elsewhere}.`,
          'Correct the class, or import the class list first.',
        )
      : problem(
          `Nobody on the roll is called ${shown(name ?? '')}.`,
          'Correct the name or import the class list first. If the pupil has left, delete the row.',
        );
  };
}

/** "Amelia Brown" and "Brown, Amelia". */
function namesOf(name: string): string[] {
  const [last, first, more] = name.split(',').map((part) => part.trim());
  return [foldName(name), ...(last && first && more === undefined ? [foldName(`${first} ${last}`)] : [])];
}

/** Systems write middle names or not; a row whose words hold none of the pupil's names has slipped. */
const sharesAName = (written: string, { firstName, lastName, preferredName }: RollPupil): boolean => {
  const words = foldName(written);
  return [firstName, lastName, preferredName].some((part) => part !== '' && words.includes(foldName(part)));
};

const said = ({ firstName, lastName }: RollPupil): string => `${firstName} ${lastName}`;
const place = (pupil: RollPupil): string => `${said(pupil)}, ${pupil.className || pupil.yearGroup || 'no class'}`;
