// Reads a list of carers: each row one carer of one pupil, how they are reached, and what they may.
import { z } from 'zod';
import { decodeText } from './decode-text.ts';
import { type ColumnSpec } from './headings.ts';
import { type RosterNote, type RosterProblems, problemList, shown } from './problem.ts';
import { readTable, type TableRow } from './read-table.ts';
import { type Relation, relationOf } from './relation-words.ts';
import { checkRow, externalIdSchema, nameSchema } from './row-check.ts';
import { yesOrNo } from './yes-or-no.ts';

export type CarerField =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'telephone'
  | 'carerId'
  | 'pupilId'
  | 'pupilName'
  | 'pupilFirstName'
  | 'pupilLastName'
  | 'className'
  | 'relation'
  | 'parentalResponsibility'
  | 'doNotContact'
  | 'contactOrder';

export const CARER_COLUMNS: readonly ColumnSpec<CarerField>[] = [
  {
    field: 'firstName',
    said: 'first name',
    required: true,
    names: [
      'First name',
      'Forename',
      'Carer first name',
      'Parent first name',
      'Contact forename',
      'Contact first name',
    ],
  },
  {
    field: 'lastName',
    said: 'last name',
    required: true,
    names: ['Last name', 'Surname', 'Carer last name', 'Parent last name', 'Contact surname', 'Contact last name'],
  },
  {
    field: 'email',
    said: 'e-mail address',
    required: false,
    names: ['Email', 'Email address', 'E-mail', 'Home email', 'Contact email', 'Mail'],
  },
  {
    field: 'telephone',
    said: 'telephone',
    required: false,
    names: ['Telephone', 'Phone', 'Mobile', 'Telephone number', 'Phone number', 'Mobile number', 'Contact number'],
  },
  {
    field: 'carerId',
    said: 'carer’s stable id',
    required: false,
    names: ['Carer id', 'Contact id', 'Parent id', 'Guardian id'],
  },
  {
    field: 'pupilId',
    said: 'pupil’s stable id',
    required: false,
    names: ['Pupil id', 'Student id', 'Admission number', 'Admission no', 'Adno', 'Adm no', 'MIS id', 'External id'],
  },
  {
    field: 'pupilName',
    said: 'pupil',
    required: false,
    names: ['Pupil', 'Pupil name', 'Pupil full name', 'Student', 'Student name', 'Child', 'Child name'],
  },
  {
    field: 'pupilFirstName',
    said: 'pupil’s first name',
    required: false,
    names: ['Pupil first name', 'Pupil forename', 'Student first name', 'Student forename', 'Child first name'],
  },
  {
    field: 'pupilLastName',
    said: 'pupil’s last name',
    required: false,
    names: ['Pupil last name', 'Pupil surname', 'Student last name', 'Student surname', 'Child last name'],
  },
  {
    field: 'className',
    said: 'pupil’s class',
    required: false,
    names: ['Class', 'Pupil class', 'Form', 'Reg', 'Reg group', 'Registration group', 'Tutor group'],
  },
  {
    field: 'relation',
    said: 'relation',
    required: false,
    names: ['Relation', 'Relationship', 'Relationship to pupil', 'Relationship to student', 'Relation to pupil'],
  },
  {
    field: 'parentalResponsibility',
    said: 'parental responsibility',
    required: false,
    names: ['Parental responsibility', 'Has parental responsibility', 'PR', 'Parental resp'],
  },
  {
    field: 'doNotContact',
    said: 'do not contact',
    required: false,
    names: ['Do not contact', 'No contact', 'Not to be contacted', 'Court order'],
  },
  {
    field: 'contactOrder',
    said: 'address priority',
    required: false,
    names: ['Address priority', 'Priority', 'Contact priority', 'Contact order', 'Order'],
  },
];

/** What a list says of one carer of one pupil. Undefined: it has no such column or says nothing in the cell. */
export interface CarerRow {
  readonly row: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly carerId?: string;
  readonly pupil: { readonly id?: string; readonly name?: string; readonly className?: string };
  readonly relation?: Relation;
  readonly parentalResponsibility?: boolean;
  readonly doNotContact?: boolean;
  readonly contactOrder?: number;
}

export type CarerFileResult =
  | {
      readonly ok: true;
      readonly rows: readonly CarerRow[];
      readonly ignoredColumns: readonly string[];
      readonly notes: readonly RosterNote[];
    }
  | ({ readonly ok: false } & RosterProblems);

const cellsSchema = z.object({
  firstName: nameSchema('first name'),
  lastName: nameSchema('last name'),
  email: z
    .email('This is not an e-mail address.')
    .max(254, 'The e-mail address is longer than 254 characters.')
    .optional(),
  telephone: z
    .string()
    .max(40, 'The telephone number is longer than 40 characters.')
    .regex(/^(?=(?:\D*\d){5})[\d+() ./-]+(?:(?:ext?|x)\.? ?\d+)?$/i, 'This is not a telephone number.')
    .optional(),
  carerId: externalIdSchema.optional(),
  pupilId: externalIdSchema.optional(),
  className: z.string().max(50, 'The class is longer than 50 characters.').optional(),
  contactOrder: z
    .string()
    .regex(/^[1-9]\d?$/, 'The priority is not a whole number from 1 to 99.')
    .optional(),
});

export function readCarerFile(bytes: Uint8Array): CarerFileResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const table = readTable(decoded.text, CARER_COLUMNS);
  if (!table.ok) return table;
  const { headings } = table;
  const problems = problemList();
  if (!headings.pupilId && !headings.pupilName && !(headings.pupilFirstName && headings.pupilLastName)) {
    problems.add({
      row: null,
      column: 'Pupil',
      message: 'There is no column that says which pupil.',
      remedy: 'Add “Pupil id” with the admission number, or “Pupil” with the full name and “Class”.',
    });
    return { ok: false, ...problems.found() };
  }
  const unknownRelations = new Map<string, number>();
  const rows: CarerRow[] = [];
  for (const one of table.rows) {
    const row = readRow(one, headings, problems.add, unknownRelations);
    if (row) rows.push(row);
  }
  if (problems.count > 0) return { ok: false, ...problems.found() };
  const notes: RosterNote[] = [...decoded.notes, ...table.notes];
  for (const [word, row] of [...unknownRelations].slice(0, 50)) {
    const message = `${shown(word)} is not a relation Gatepost knows, so it is kept as “Other”.`;
    notes.push({ row, column: headings.relation ?? null, message });
  }
  return { ok: true, rows, ignoredColumns: table.ignoredColumns, notes };
}

type Cells = TableRow<CarerField>['cells'];
type Add = ReturnType<typeof problemList>['add'];

function readRow(
  { row, cells }: TableRow<CarerField>,
  headings: Readonly<Partial<Record<CarerField, string>>>,
  add: Add,
  unknownRelations: Map<string, number>,
): CarerRow | null {
  const found = problemList();
  const names = { firstName: cells.firstName ?? '', lastName: cells.lastName ?? '' };
  checkRow(cellsSchema, { ...names, ...filled(cells) }, row, headings, found);
  const pupilName = cells.pupilName || [cells.pupilFirstName, cells.pupilLastName].filter(Boolean).join(' ');
  if (!cells.pupilId && pupilName === '') {
    found.add({
      row,
      column: headings.pupilId ?? headings.pupilName ?? headings.pupilLastName ?? null,
      message: 'The row does not say which pupil.',
      remedy: 'Fill in the pupil’s id, or the full name and the class.',
    });
  }
  const answers: { parentalResponsibility?: boolean; doNotContact?: boolean } = {};
  for (const field of ['parentalResponsibility', 'doNotContact'] as const) {
    const answer = yesOrNo(cells[field] ?? '');
    if (typeof answer === 'boolean') answers[field] = answer;
    if (answer !== undefined) continue;
    const message = `${shown(cells[field] ?? '')} says neither yes nor no.`;
    found.add({ row, column: headings[field] ?? null, message, remedy: 'Write “yes” or “no”.' });
  }
  if (found.count > 0) {
    for (const problem of found.found().problems) add(problem);
    return null;
  }
  const relation = cells.relation ? relationOf(cells.relation) : undefined;
  if (relation === null && cells.relation && !unknownRelations.has(cells.relation))
    unknownRelations.set(cells.relation, row);
  return {
    row,
    ...names,
    ...(cells.email ? { email: cells.email } : {}),
    ...(cells.telephone ? { telephone: cells.telephone } : {}),
    ...(cells.carerId ? { carerId: cells.carerId } : {}),
    pupil: {
      ...(cells.pupilId ? { id: cells.pupilId } : {}),
      ...(pupilName ? { name: pupilName } : {}),
      ...(cells.className ? { className: cells.className } : {}),
    },
    ...(relation === undefined ? {} : { relation: relation ?? 'other' }),
    ...answers,
    ...(cells.contactOrder ? { contactOrder: Number(cells.contactOrder) } : {}),
  };
}

/** Only what is said: an empty cell says nothing. */
const filled = (cells: Cells) =>
  Object.fromEntries(
    (['email', 'telephone', 'carerId', 'pupilId', 'className', 'contactOrder'] as const).flatMap((field) =>
      cells[field] ? [[field, cells[field]]] : [],
    ),
  );
