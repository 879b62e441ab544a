// Puts the rows of a list together that are one carer: by stable id, else by name with one e-mail address or telephone.
import { foldFullName } from './fold-name.ts';
import { type ProblemList, shown } from './problem.ts';
import type { CarerRow } from './carer-rows.ts';

export interface ListedCarer {
  readonly row: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly carerId?: string;
  readonly rows: readonly CarerRow[];
}

/** Only the digits count, and "+44" is a leading nought. */
export const telephoneKey = (telephone: string): string =>
  telephone.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{9})0?/, '0');

export const contactKeys = ({
  email,
  telephone,
}: {
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
}): string[] => [...(email ? [email.toLowerCase()] : []), ...(telephone ? [telephoneKey(telephone)] : [])];

export function groupCarers(rows: readonly CarerRow[], problems: ProblemList): ListedCarer[] {
  const carers: ListedCarer[] = [];
  const withId = rows.filter(({ carerId }) => carerId !== undefined);
  const without = rows.filter(({ carerId }) => carerId === undefined);
  for (const [id, same] of Map.groupBy(withId, ({ carerId }) => carerId)) {
    const [first] = same;
    const other = first && same.find((row) => nameOf(row) !== nameOf(first));
    if (!first) continue;
    if (other) {
      const message = `Rows ${first.row} and ${other.row} have the same carer id (${shown(id ?? '')}) and different names.`;
      problems.add({
        row: other.row,
        column: 'Carer id',
        message,
        remedy: 'Give each carer an id of their own, or correct the name.',
      });
    } else carers.push(oneCarer(same, problems));
  }
  for (const namesakes of Map.groupBy(without, nameOf).values())
    for (const same of apart(namesakes, problems)) carers.push(oneCarer(same, problems));
  return carers.sort((one, other) => one.row - other.row);
}

const nameOf = ({ firstName, lastName }: CarerRow): string => foldFullName(firstName, lastName);

/** Rows of one name: those that share an address or a number are one person. One row alone needs neither. */
function apart(namesakes: readonly CarerRow[], problems: ProblemList): CarerRow[][] {
  const [first] = namesakes;
  if (first && namesakes.length === 1) return [[first]];
  const silent = namesakes.filter((row) => contactKeys(row).length === 0);
  const [unknown] = silent;
  if (unknown && first) {
    const numbers = namesakes.slice(0, 10).map(({ row }) => row);
    problems.add({
      row: unknown.row,
      column: null,
      message: `Rows ${numbers.join(', ')} hold carers called ${shown(`${first.firstName} ${first.lastName}`)}, and nothing tells whether they are one person.`,
      remedy: 'Give each of these rows the e-mail address or telephone, or a “Carer id”: the same for one person.',
    });
    return [];
  }
  const groups: { keys: Set<string>; rows: CarerRow[] }[] = [];
  for (const row of namesakes) {
    const keys = contactKeys(row);
    const joined = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const group = joined[0] ?? { keys: new Set<string>(), rows: [] };
    if (joined.length === 0) groups.push(group);
    for (const more of joined.slice(1)) {
      more.rows.forEach((one) => group.rows.push(one));
      more.keys.forEach((key) => group.keys.add(key));
      groups.splice(groups.indexOf(more), 1);
    }
    group.rows.push(row);
    keys.forEach((key) => group.keys.add(key));
  }
  return groups.map(({ rows }) => rows.sort((one, other) => one.row - other.row));
}

/** What several rows say of one carer must agree; the first that says anything is heard. */
function oneCarer(rows: readonly CarerRow[], problems: ProblemList): ListedCarer {
  const [first] = rows;
  if (!first) throw new Error('A carer stands in at least one row.');
  const said = (field: 'email' | 'telephone', keyOf: (value: string) => string): string | undefined => {
    const telling = rows.filter((row) => row[field] !== undefined);
    const value = telling[0]?.[field];
    const other = value === undefined ? undefined : telling.find((row) => keyOf(row[field] ?? '') !== keyOf(value));
    if (other) {
      const what = field === 'email' ? 'e-mail addresses' : 'telephone numbers';
      const message = `Rows ${telling[0]?.row} and ${other.row} give ${shown(`${first.firstName} ${first.lastName}`)} two different ${what}.`;
      problems.add({ row: other.row, column: field, message, remedy: 'Write the same in every row of one person.' });
    }
    return value;
  };
  const email = said('email', (value) => value.toLowerCase());
  const telephone = said('telephone', telephoneKey);
  return {
    row: first.row,
    firstName: first.firstName,
    lastName: first.lastName,
    ...(email === undefined ? {} : { email }),
    ...(telephone === undefined ? {} : { telephone }),
    ...(first.carerId === undefined ? {} : { carerId: first.carerId }),
    rows,
  };
}
