// Reads a list of leavers: each row one colleague and the last day, and finds who is meant. It never guesses between two.
import { z } from 'zod';
import { decodeText } from './decode-text.ts';
import { foldFullName } from './fold-name.ts';
import { type ColumnSpec } from './headings.ts';
import { type RosterNote, type RosterProblems, problemList, shown } from './problem.ts';
import { readTable } from './read-table.ts';
import { checkRow, nameSchema } from './row-check.ts';
import { dayIn } from './written-day.ts';

type LeaverField = 'firstName' | 'lastName' | 'email' | 'lastDay';

const COLUMNS: readonly ColumnSpec<LeaverField>[] = [
  { field: 'firstName', said: 'first name', required: true, names: ['First name', 'Forename', 'Given name', 'First'] },
  { field: 'lastName', said: 'last name', required: true, names: ['Last name', 'Surname', 'Family name', 'Last'] },
  {
    field: 'email',
    said: 'e-mail address',
    required: false,
    names: ['Email', 'Email address', 'Work email', 'E-mail'],
  },
  {
    field: 'lastDay',
    said: 'last day',
    required: true,
    names: ['Last day', 'Leaving date', 'Date of leaving', 'End date', 'Leaves on', 'Contract end'],
  },
];

export interface LeaverRow {
  readonly row: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly lastDay: string;
}

export type LeaverFileResult =
  | {
      readonly ok: true;
      readonly rows: readonly LeaverRow[];
      readonly ignoredColumns: readonly string[];
      readonly notes: readonly RosterNote[];
    }
  | ({ readonly ok: false } & RosterProblems);

const namesSchema = z.object({ firstName: nameSchema('first name'), lastName: nameSchema('last name') });

export function readLeaverFile(bytes: Uint8Array): LeaverFileResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const table = readTable(decoded.text, COLUMNS);
  if (!table.ok) return table;
  const problems = problemList();
  const rows: LeaverRow[] = [];
  for (const { row, cells } of table.rows) {
    const names = { firstName: cells.firstName ?? '', lastName: cells.lastName ?? '' };
    if (!checkRow(namesSchema, names, row, table.headings, problems)) continue;
    const lastDay = dayIn(cells.lastDay ?? '');
    if (lastDay === null) {
      problems.add({
        row,
        column: table.headings.lastDay ?? null,
        message: cells.lastDay ? `${shown(cells.lastDay)} is not a date.` : 'The last day is missing.',
        remedy: 'Write it as 2026-12-18 or 18/12/2026, the day before the month.',
      });
      continue;
    }
    rows.push({ row, ...names, email: cells.email || null, lastDay });
  }
  if (problems.count > 0) return { ok: false, ...problems.found() };
  return { ok: true, rows, ignoredColumns: table.ignoredColumns, notes: [...decoded.notes, ...table.notes] };
}

export interface Colleague {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export interface FoundLeaver {
  readonly personId: string;
  readonly lastDay: string;
  readonly row: number;
}

/** By e-mail address first, then by a name that only one colleague has. */
export function findLeavers(
  rows: readonly LeaverRow[],
  colleagues: readonly Colleague[],
): { readonly leavers: readonly FoundLeaver[] } & RosterProblems {
  const problems = problemList();
  const byEmail = new Map(
    colleagues.flatMap((one) => (one.email === '' ? [] : [[one.email.toLowerCase(), one] as const])),
  );
  const byName = Map.groupBy(colleagues, ({ firstName, lastName }) => foldFullName(firstName, lastName));
  const met = new Map<string, number>();
  const leavers: FoundLeaver[] = [];
  for (const { row, firstName, lastName, email, lastDay } of rows) {
    const name = shown(`${firstName} ${lastName}`);
    const byAddress = email === null ? undefined : byEmail.get(email.toLowerCase());
    const namesakes = byName.get(foldFullName(firstName, lastName)) ?? [];
    const found = byAddress ? [byAddress] : namesakes;
    const [person, second] = found;
    const problem = (message: string, remedy: string) => problems.add({ row, column: null, message, remedy });
    if (!person)
      problem(`Nobody called ${name} works here.`, 'Correct the name, or delete the row if they have left already.');
    else if (second)
      problem(
        `${found.length} people called ${name} work here.`,
        'Add a column “Email” with the work address of whoever leaves.',
      );
    else if (byAddress && namesakes.length > 0 && !namesakes.includes(byAddress))
      problem(
        `The address in this row is that of ${shown(`${byAddress.firstName} ${byAddress.lastName}`)}, not of ${name}.`,
        'Correct whichever is wrong.',
      );
    else if (met.has(person.id))
      problem(
        `Rows ${met.get(person.id)} and ${row} are both ${name}.`,
        'Keep the row that is right and delete the other.',
      );
    else {
      met.set(person.id, row);
      leavers.push({ personId: person.id, lastDay, row });
    }
  }
  return { leavers, ...problems.found() };
}
