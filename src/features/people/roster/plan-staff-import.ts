// Works out what a staff list would change, before anything is changed. It may add responsibilities, never end one.
import { type ChangeShare, changeShare } from './change-share.ts';
import { foldFullName } from './fold-name.ts';
import { type ProblemList, type RosterNote, type RosterProblem, problemList, shown } from './problem.ts';
import { isStaffKind } from '../person-types.ts';
import { type Responsibility } from './responsibility-words.ts';
import { type StaffRow } from './staff-rows.ts';

export type StaffCover = 'all-staff' | 'these-people';

export interface ExistingStaff {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly email: string | null;
  readonly jobTitle: string | null;
  /** Until when, where that is noted. */
  readonly lastDay: string | null;
  /** Nobody signs in by the address yet, and nothing is decided by it: a list may correct it. */
  readonly mayHaveNewAddress: boolean;
  readonly responsibilities: readonly Responsibility[];
}

export interface StaffChange {
  readonly row: number;
  readonly person: ExistingStaff;
  readonly fields: readonly {
    readonly field: 'firstName' | 'lastName' | 'preferredName' | 'email' | 'jobTitle' | 'lastDay';
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly newResponsibilities: readonly Responsibility[];
}

export interface StaffImportPlan extends ChangeShare {
  readonly joiners: readonly StaffRow[];
  readonly changes: readonly StaffChange[];
  readonly unchanged: readonly ExistingStaff[];
  readonly leavers: readonly ExistingStaff[];
  readonly errors: readonly RosterProblem[];
  readonly errorCount: number;
  readonly notes: readonly RosterNote[];
}

export interface StaffImport {
  readonly rows: readonly StaffRow[];
  /** The adults of the school today; leavers are not among them. */
  readonly existing: readonly ExistingStaff[];
  readonly covers: StaffCover;
}

export function planStaffImport({ rows, existing, covers }: StaffImport): StaffImportPlan {
  const errors = problemList();
  const notes: RosterNote[] = [];
  checkPeopleDistinct(rows, errors);
  const { pairs, joiners, unmatched } = matchStaff(rows, existing, errors);
  const changes: StaffChange[] = [];
  const unchanged: ExistingStaff[] = [];
  for (const [row, person] of pairs) {
    const fields = changedFields(row, person);
    const newResponsibilities = row.responsibilities.filter(
      (responsibility) => !person.responsibilities.includes(responsibility),
    );
    noteKept(row, person, notes);
    noteOtherAddress(row, person, notes);
    if (fields.length > 0 || newResponsibilities.length > 0)
      changes.push({ row: row.row, person, fields, newResponsibilities });
    else unchanged.push(person);
  }
  const leavers = covers === 'all-staff' ? unmatched.filter(isStaff) : [];
  const renamed = changes.filter(({ fields }) =>
    fields.some(({ field }) => field === 'firstName' || field === 'lastName'),
  ).length;
  const { problems, problemCount } = errors.found();
  return {
    joiners,
    changes,
    unchanged,
    leavers,
    ...changeShare({ joiners: joiners.length, leavers: leavers.length, renamed, existing: existing.length }),
    errors: problems,
    errorCount: problemCount,
    notes,
  };
}

const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }) =>
  foldFullName(firstName, lastName);
const emailOf = ({ email }: { readonly email?: string | null | undefined }) => email?.toLowerCase() ?? null;

/** A list of all staff says nothing of governors, volunteers and contractors who are not in it. */
const isStaff = ({ responsibilities }: ExistingStaff): boolean =>
  responsibilities.length === 0 || !responsibilities.every((responsibility) => NOT_STAFF.has(responsibility));
const NOT_STAFF: ReadonlySet<Responsibility> = new Set(['governor', 'chair-of-governors', 'volunteer', 'contractor']);

/** Each e-mail address once; of several rows with one name, each with an address of its own. */
function checkPeopleDistinct(rows: readonly StaffRow[], errors: ProblemList): void {
  const oneRow =
    'If it is one person, put both roles into one row (“Deputy head; DSL”). If they are two, give each their own e-mail address.';
  for (const same of Map.groupBy(rows, emailOf)) {
    const [email, [first, second]] = same;
    if (email === null || !first || !second) continue;
    errors.add({
      row: second.row,
      column: 'email',
      message: `Rows ${first.row} and ${second.row} have the same e-mail address (${shown(email)}).`,
      remedy: oneRow,
    });
  }
  for (const namesakes of Map.groupBy(rows, nameOf).values()) {
    const [first, second] = namesakes;
    if (!first || !second || namesakes.every((row) => emailOf(row) !== null)) continue;
    errors.add({
      row: second.row,
      column: null,
      message: `Rows ${first.row} and ${second.row} hold the same name (${shown(`${first.firstName} ${first.lastName}`)}).`,
      remedy: oneRow,
    });
  }
}

/** By e-mail address first; then by name, where both sides have it once. */
function matchStaff(rows: readonly StaffRow[], existing: readonly ExistingStaff[], errors: ProblemList) {
  const pairs: (readonly [StaffRow, ExistingStaff])[] = [];
  const byEmail = new Map(
    existing.flatMap((person) => (person.email === null ? [] : [[person.email.toLowerCase(), person] as const])),
  );
  const paired = new Set<ExistingStaff>();
  const rest: StaffRow[] = [];
  for (const row of rows) {
    const email = emailOf(row);
    const person = email === null ? undefined : byEmail.get(email);
    if (person && !paired.has(person)) {
      pairs.push([row, person]);
      paired.add(person);
    } else rest.push(row);
  }
  const byName = Map.groupBy(
    existing.filter((person) => !paired.has(person)),
    nameOf,
  );
  const joiners: StaffRow[] = [];
  for (const [name, namesakes] of Map.groupBy(rest, nameOf)) {
    const people = byName.get(name) ?? [];
    const [row, person] = [namesakes[0], people[0]];
    if (people.length === 0) joiners.push(...namesakes);
    else if (row && person && namesakes.length === 1 && people.length === 1) {
      pairs.push([row, person]);
      paired.add(person);
    } else {
      const message = `Row ${row?.row}: more than one person is called ${shown(`${row?.firstName} ${row?.lastName}`)}, and no e-mail address tells which is meant.`;
      errors.add({
        row: row?.row ?? null,
        column: null,
        message,
        remedy: 'Give their e-mail addresses, in the file and on their pages.',
      });
    }
  }
  return { pairs, joiners, unmatched: existing.filter((person) => !paired.has(person)) };
}

function changedFields(row: StaffRow, person: ExistingStaff): StaffChange['fields'] {
  const compared = [
    { field: 'firstName', from: person.firstName, to: row.firstName },
    { field: 'lastName', from: person.lastName, to: row.lastName },
    { field: 'preferredName', from: person.preferredName, to: row.preferredName ?? person.preferredName },
    { field: 'email', from: person.email, to: addressOf(row, person) },
    { field: 'jobTitle', from: person.jobTitle, to: row.jobTitle ?? person.jobTitle },
    { field: 'lastDay', from: person.lastDay, to: row.lastDay ?? person.lastDay },
  ] as const;
  return compared.filter(({ from, to }) => from !== to);
}

/** Ending a responsibility is a decision with a date, made on the person's page; a list that forgets it decides nothing. */
function noteKept(row: StaffRow, person: ExistingStaff, notes: RosterNote[]): void {
  const kept = person.responsibilities.filter(
    (responsibility) => !row.responsibilities.includes(responsibility) && !goesWithout(responsibility, row),
  );
  if (kept.length === 0) return;
  notes.push({
    row: row.row,
    column: null,
    message: `${person.firstName} ${person.lastName} stays ${kept.join(', ')}, although the list does not say so. End it on their page if it is over.`,
  });
}

/** A list that says “headteacher” need not say “staff”, nor “governor” of the chair, nor of everybody whether they teach. */
const goesWithout = (responsibility: Responsibility, row: StaffRow): boolean =>
  responsibility === 'staff' ||
  (isStaffKind(responsibility) && !row.responsibilities.some(isStaffKind)) ||
  (responsibility === 'governor' && row.responsibilities.includes('chair-of-governors'));

/** What stands here stays, unless nothing hangs on it yet. In capitals it is the same address. */
function addressOf(row: StaffRow, person: ExistingStaff): string | null {
  if (person.email === null) return row.email ?? null;
  const isOther = emailOf(row) !== null && emailOf(row) !== person.email.toLowerCase();
  return isOther && person.mayHaveNewAddress ? (row.email ?? null) : person.email;
}

/** An address opens the door to a login, so a list replaces none by which somebody signs in or decides. */
function noteOtherAddress(row: StaffRow, person: ExistingStaff, notes: RosterNote[]): void {
  const email = emailOf(row);
  if (email === null || person.email === null || email === person.email.toLowerCase() || person.mayHaveNewAddress)
    return;
  const message = `${person.firstName} ${person.lastName} keeps the address ${shown(person.email)}; the list says ${shown(email)}. Change it on their page if it is right.`;
  notes.push({ row: row.row, column: null, message });
}
