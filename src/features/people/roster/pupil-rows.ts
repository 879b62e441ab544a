// Reads a class list: each row one pupil, every value checked, nothing taken that Gatepost does not need.
import { z } from 'zod';
import { type ColumnSpec } from './headings.ts';
import { type RosterNote, type RosterProblems, problemList, shown } from './problem.ts';
import { type TextEncoding, decodeText } from './decode-text.ts';
import { type TableRow, readTable } from './read-table.ts';
import { checkRow, externalIdSchema, nameSchema } from './row-check.ts';
import { type YearReader, yearReader } from './year-reader.ts';

export type PupilField = 'firstName' | 'lastName' | 'preferredName' | 'yearGroup' | 'className' | 'externalId';
/** `personType` is only looked at, so that carers and staff of a mixed export do not become pupils. */
type PupilColumn = PupilField | 'personType';

export const PUPIL_COLUMNS: readonly ColumnSpec<PupilColumn>[] = [
  {
    field: 'firstName',
    said: 'first name',
    required: true,
    names: ['First name', 'Forename', 'Given name', 'Legal forename', 'Legal first name', 'Chosen forename', 'First'],
  },
  {
    field: 'lastName',
    said: 'last name',
    required: true,
    names: ['Last name', 'Surname', 'Family name', 'Legal surname', 'Legal last name', 'Preferred surname', 'Last'],
  },
  {
    field: 'preferredName',
    said: 'preferred name',
    required: false,
    names: ['Preferred name', 'Known as', 'Preferred forename', 'Preferred first name', 'Preferred', 'Chosen name'],
  },
  {
    field: 'yearGroup',
    said: 'year group',
    required: false,
    names: ['Year group', 'Year', 'Yr', 'Year taught in', 'NC year', 'National curriculum year', 'Grade'],
  },
  {
    field: 'className',
    said: 'class',
    required: false,
    names: [
      'Class',
      'Form',
      'Reg',
      'Reg group',
      'Registration group',
      'Registration',
      'Form group',
      'Tutor group',
      'Class name',
      'Registration form',
    ],
  },
  {
    field: 'externalId',
    said: 'stable id',
    required: false,
    names: [
      'External id',
      'MIS id',
      'Admission number',
      'Admission no',
      'Adno',
      'Adm no',
      'Pupil id',
      'Student id',
      'Sourced id',
      'Id',
    ],
  },
  { field: 'personType', said: 'kind of person', required: false, names: ['Role', 'Person type', 'User type'] },
];

/** A field is undefined when the file says nothing on it, null when its cell is empty. */
export interface PupilRow {
  readonly row: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string | null;
  readonly yearGroup?: string | null;
  readonly className?: string | null;
  readonly externalId?: string | null;
}

export interface PupilFile {
  readonly rows: readonly PupilRow[];
  readonly encoding: TextEncoding;
  readonly ignoredColumns: readonly string[];
  readonly notes: readonly RosterNote[];
}

export type PupilFileResult = ({ readonly ok: true } & PupilFile) | ({ readonly ok: false } & RosterProblems);

const pupilSchema = z.object({
  firstName: nameSchema('first name'),
  lastName: nameSchema('last name'),
  preferredName: nameSchema('preferred name').nullable().optional(),
  yearGroup: z.string().nullable().optional(),
  className: z.string().max(50, 'The class is longer than 50 characters.').nullable().optional(),
  externalId: externalIdSchema.nullable().optional(),
});

/** A national pupil number: a letter and twelve digits (the last may be a letter while it is temporary). */
const UPN = /^[A-HJ-NP-RT-Z]\d{11}[\dA-Z]$/i;
export const PUPIL_WORD = /^(pupil|student|learner|child)s?$/i;
const UPN_HEADING = /^(former)?(upn|uln|uniquepupilnumber|uniquelearnernumber)$/;

export function readPupilFile(bytes: Uint8Array): PupilFileResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const table = readTable(decoded.text, PUPIL_COLUMNS);
  if (!table.ok) return table;

  const notes: RosterNote[] = [...decoded.notes, ...table.notes];
  const idsAreUpns = table.rows.some(({ cells }) => cells.externalId !== undefined && UPN.test(cells.externalId));
  const nationalNumber = idsAreUpns
    ? table.headings.externalId
    : table.ignoredColumns.find((heading) => UPN_HEADING.test(heading.replace(/[^a-z]/gi, '').toLowerCase()));
  if (nationalNumber) notes.push(upnNote(nationalNumber));

  const years = yearReader();
  const problems = problemList();
  const rows: PupilRow[] = [];
  for (const tableRow of table.rows) {
    const personType = tableRow.cells.personType;
    if (personType && !PUPIL_WORD.test(personType)) {
      problems.add({
        row: tableRow.row,
        column: table.headings.personType ?? null,
        message: `This row is ${shown(personType)}, not a pupil.`,
        remedy: 'Export pupils only, or delete the rows of staff and carers.',
      });
      continue;
    }
    const values = valuesOf(tableRow, idsAreUpns, years);
    const checked = checkRow(pupilSchema, values, tableRow.row, table.headings, problems);
    if (checked) rows.push({ row: tableRow.row, ...values });
  }
  if (problems.count > 0) return { ok: false, ...problems.found() };

  notes.push(...years.notes(table.headings.yearGroup ?? null));
  const ignoredColumns = idsAreUpns ? [...table.ignoredColumns, table.headings.externalId ?? ''] : table.ignoredColumns;
  return { ok: true, rows, encoding: decoded.encoding, ignoredColumns, notes };
}

function valuesOf(
  { row, cells }: TableRow<PupilColumn>,
  idsAreUpns: boolean,
  years: YearReader,
): Omit<PupilRow, 'row'> {
  const values: { -readonly [Key in keyof Omit<PupilRow, 'row'>]: PupilRow[Key] } = {
    firstName: cells.firstName ?? '',
    lastName: cells.lastName ?? '',
  };
  if (cells.preferredName !== undefined) values.preferredName = cells.preferredName || null;
  if (cells.className !== undefined) values.className = cells.className || null;
  if (cells.externalId !== undefined && !idsAreUpns) values.externalId = cells.externalId || null;
  if (cells.yearGroup === '') values.yearGroup = null;
  else if (cells.yearGroup !== undefined) {
    const yearGroup = years.read(cells.yearGroup, row);
    if (yearGroup) values.yearGroup = yearGroup;
  }
  return values;
}

function upnNote(heading: string): RosterNote {
  return {
    row: null,
    column: heading,
    message: `${shown(heading)} holds national pupil numbers. They are not for everyday use, so they were neither read nor kept. To tell pupils apart, use the admission number or the id of your management information system.`,
  };
}
