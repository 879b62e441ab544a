// Reads a staff list: each row one adult and what they are responsible for.
import { z } from 'zod';
import { type ColumnSpec } from './headings.ts';
import { type RosterNote, type RosterProblems, problemList, shown } from './problem.ts';
import { type TextEncoding, decodeText } from './decode-text.ts';
import { PUPIL_WORD } from './pupil-rows.ts';
import { readTable } from './read-table.ts';
import { type Responsibility, readRole } from './responsibility-words.ts';
import { checkRow, nameSchema } from './row-check.ts';

export type StaffField = 'firstName' | 'lastName' | 'role' | 'email';

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
    field: 'role',
    said: 'role',
    required: true,
    names: ['Role', 'Roles', 'Responsibility', 'Responsibilities', 'Job title', 'Position', 'Post', 'Job'],
  },
  {
    field: 'email',
    said: 'e-mail address',
    required: false,
    names: ['Email', 'Email address', 'Work email', 'E-mail', 'Mail'],
  },
];

/** A field is undefined when the file says nothing on it, null when its cell is empty. */
export interface StaffRow {
  readonly row: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string | null;
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
  role: z.string().max(200, 'The role is longer than 200 characters.'),
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
  const unknownRoles = new Map<string, number>();
  const rows: StaffRow[] = [];
  for (const { row, cells } of table.rows) {
    const names = { firstName: cells.firstName ?? '', lastName: cells.lastName ?? '' };
    const email = cells.email === undefined ? {} : { email: cells.email || null };
    const role = cells.role ?? '';
    if (!checkRow(staffSchema, { ...names, ...email, role }, row, table.headings, problems)) continue;
    if (PUPIL_WORD.test(role)) {
      const remedy = 'Export staff only; pupils have an import of their own.';
      problems.add({ row, column: table.headings.role ?? null, message: 'This row is a pupil.', remedy });
      continue;
    }
    const { responsibilities, jobTitle, unknown } = readRole(role);
    for (const word of unknown) if (!unknownRoles.has(word)) unknownRoles.set(word, row);
    rows.push({ row, ...names, ...email, responsibilities, jobTitle });
  }
  if (problems.count > 0) return { ok: false, ...problems.found() };
  const notes: RosterNote[] = [...decoded.notes, ...table.notes];
  for (const [word, row] of [...unknownRoles].slice(0, 50)) {
    notes.push({
      row,
      column: table.headings.role ?? null,
      message: `${shown(word)} is not a responsibility Gatepost knows, so it is kept as a job title and gives no rights.`,
    });
  }
  return { ok: true, rows, encoding: decoded.encoding, ignoredColumns: table.ignoredColumns, notes };
}
