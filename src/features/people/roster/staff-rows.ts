// Reads a staff list: each row one adult, what they are to the school and what they are responsible for.
import { z } from 'zod';
import { type ColumnSpec } from './headings.ts';
import { type ProblemList, type RosterNote, type RosterProblems, problemList, shown } from './problem.ts';
import { type TextEncoding, decodeText } from './decode-text.ts';
import { PUPIL_WORD } from './pupil-rows.ts';
import { readTable } from './read-table.ts';
import { type Responsibility, readRole } from './responsibility-words.ts';
import { KINDS_SAID, readKind, withKind } from './staff-kind.ts';
import { checkRow, nameSchema } from './row-check.ts';
import { dayIn } from './written-day.ts';

export type StaffField =
  'firstName' | 'lastName' | 'preferredName' | 'role' | 'kind' | 'jobTitle' | 'email' | 'firstDay' | 'lastDay';

export const STAFF_COLUMNS: readonly ColumnSpec<StaffField>[] = [
  {
    field: 'firstName',
    said: 'first name',
    required: true,
    names: ['First name', 'Forename', 'Given name', 'Legal forename', 'First'],
  },
  {
    field: 'lastName',
    said: 'last name',
    required: true,
    names: ['Last name', 'Surname', 'Family name', 'Legal surname', 'Last'],
  },
  {
    field: 'preferredName',
    said: 'preferred name',
    required: false,
    names: ['Preferred name', 'Known as', 'Preferred first name', 'Preferred forename'],
  },
  {
    field: 'role',
    said: 'role',
    required: false,
    names: ['Role', 'Roles', 'Responsibility', 'Responsibilities'],
  },
  {
    field: 'kind',
    said: 'kind of staff',
    required: false,
    names: [
      'Staff type',
      'Type of staff',
      'Kind of staff',
      'Staff category',
      'Staff group',
      'Employee type',
      'Employee category',
      'Workforce type',
      'Person type',
      'Teaching or support',
      'Teaching staff',
    ],
  },
  {
    field: 'jobTitle',
    said: 'job title',
    required: false,
    names: ['Job title', 'Job', 'Position', 'Post', 'Post title'],
  },
  {
    field: 'email',
    said: 'e-mail address',
    required: false,
    names: ['Email', 'Email address', 'Work email', 'E-mail', 'Mail'],
  },
  {
    field: 'firstDay',
    said: 'first day',
    required: false,
    names: ['First day', 'Start date', 'Starts on', 'Date of joining', 'Contract start'],
  },
  {
    field: 'lastDay',
    said: 'last day',
    required: false,
    names: ['Last day', 'Leaving date', 'End date', 'Date of leaving', 'Contract end'],
  },
];

/** A field is undefined when the file says nothing on it, null when its cell is empty. */
export interface StaffRow {
  readonly row: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string | null;
  readonly preferredName?: string | null;
  /** What the list says of dates, where it says anything. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly responsibilities: readonly Responsibility[];
  readonly jobTitle: string | null;
}

export interface StaffFile {
  readonly rows: readonly StaffRow[];
  readonly encoding: TextEncoding;
  readonly ignoredColumns: readonly string[];
  readonly notes: readonly RosterNote[];
}

export type StaffFileResult = ({ readonly ok: true } & StaffFile) | ({ readonly ok: false } & RosterProblems);

const staffSchema = z.object({
  firstName: nameSchema('first name'),
  lastName: nameSchema('last name'),
  preferredName: nameSchema('preferred name').nullable().optional(),
  role: z.string().max(200, 'The role is longer than 200 characters.'),
  jobTitle: z.string().max(200, 'The job title is longer than 200 characters.'),
  email: z
    .email('This is not an e-mail address.')
    .max(254, 'The e-mail address is longer than 254 characters.')
    .nullable()
    .optional(),
});

export function readStaffFile(bytes: Uint8Array): StaffFileResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const table = readTable(decoded.text, STAFF_COLUMNS);
  if (!table.ok) return table;

  const problems = problemList();
  if (!table.headings.role && !table.headings.jobTitle && !table.headings.kind) {
    problems.add({
      row: null,
      column: 'Role',
      message: 'There is no column for the role.',
      remedy: 'Add a heading row in which that column is called “Role” or “Job title”.',
    });
    return { ok: false, ...problems.found() };
  }
  const unknownRoles = new Map<string, number>();
  const unknownKinds = new Map<string, number>();
  const rows: StaffRow[] = [];
  for (const { row, cells } of table.rows) {
    const names = { firstName: cells.firstName ?? '', lastName: cells.lastName ?? '' };
    const email = cells.email === undefined ? {} : { email: cells.email || null };
    const preferred = cells.preferredName === undefined ? {} : { preferredName: cells.preferredName || null };
    // A list with one of the two columns says in it both what somebody is called and what they answer for.
    const role = table.headings.role ? (cells.role ?? '') : (cells.jobTitle ?? '');
    const title = table.headings.role ? (cells.jobTitle ?? '') : '';
    if (
      !checkRow(staffSchema, { ...names, ...email, ...preferred, role, jobTitle: title }, row, table.headings, problems)
    )
      continue;
    const days = daysOf(cells, row, table.headings, problems);
    if (!days) continue;
    if (PUPIL_WORD.test(role)) {
      const remedy = 'Export staff only; pupils have an import of their own.';
      const column = table.headings.role ?? table.headings.jobTitle ?? null;
      problems.add({ row, column, message: 'This row is a pupil.', remedy });
      continue;
    }
    const { responsibilities, jobTitle, unknown } = readRole(role);
    const kind = readKind(cells.kind ?? '');
    for (const word of unknown) if (!unknownRoles.has(word)) unknownRoles.set(word, row);
    for (const word of kind.unknown) if (!unknownKinds.has(word)) unknownKinds.set(word, row);
    rows.push({
      row,
      ...names,
      ...email,
      ...preferred,
      ...days,
      responsibilities: withKind(responsibilities, kind.types, title || role),
      jobTitle: title || jobTitle,
    });
  }
  if (problems.count > 0) return { ok: false, ...problems.found() };
  const notes: RosterNote[] = [...decoded.notes, ...table.notes];
  for (const [word, row] of [...unknownRoles].slice(0, 50)) {
    notes.push({
      row,
      column: table.headings.role ?? table.headings.jobTitle ?? null,
      message: `${shown(word)} is not a responsibility Gatepost knows, so it is kept as a job title and gives no rights.`,
    });
  }
  for (const [word, row] of [...unknownKinds].slice(0, 50)) {
    notes.push({
      row,
      column: table.headings.kind ?? null,
      message: `${shown(word)} is no kind of staff Gatepost knows, so the row counts as its role says. It reads ${KINDS_SAID}; or yes and no under “Teaching staff”.`,
    });
  }
  return { ok: true, rows, encoding: decoded.encoding, ignoredColumns: table.ignoredColumns, notes };
}

/** @returns null when a date cannot be read, or the last day lies before the first */
function daysOf(
  cells: Readonly<Partial<Record<StaffField, string>>>,
  row: number,
  headings: Readonly<Partial<Record<StaffField, string>>>,
  problems: ProblemList,
): Pick<StaffRow, 'firstDay' | 'lastDay'> | null {
  const days: { firstDay?: string; lastDay?: string } = {};
  for (const field of ['firstDay', 'lastDay'] as const) {
    const written = cells[field];
    if (!written) continue;
    const day = dayIn(written);
    if (day !== null) days[field] = day;
    else {
      const remedy = 'Write it as 2026-09-01 or 01/09/2026, the day before the month.';
      problems.add({ row, column: headings[field] ?? null, message: `${shown(written)} is not a date.`, remedy });
      return null;
    }
  }
  if (days.firstDay === undefined || days.lastDay === undefined || days.firstDay <= days.lastDay) return days;
  const message = 'The last day lies before the first.';
  problems.add({ row, column: headings.lastDay ?? null, message, remedy: 'Correct whichever is wrong.' });
  return null;
}
