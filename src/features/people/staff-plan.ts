// What a staff list would change in the directory of today: read and planned, nothing written.
import type { Actor } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { mayGive } from './access.ts';
import { bytesOf, type Unusable } from './list-file.ts';
import { isPersonType, WORKING_TYPES } from './person-types.ts';
import { isDeciding, isResponsibility, RESPONSIBILITY_WORDS, type Responsibility } from './responsibilities.ts';
import {
  planStaffImport,
  type ExistingStaff,
  type StaffCover,
  type StaffImportPlan,
} from './roster/plan-staff-import.ts';
import { problemList, type ProblemList, type RosterNote } from './roster/problem.ts';
import { RESPONSIBILITIES as WRITTEN } from './roster/responsibility-words.ts';
import { readStaffFile } from './roster/staff-rows.ts';
import { staffRows, type StaffOfToday } from './roll-queries.ts';

export interface StaffList {
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
  readonly covers: StaffCover;
}

export interface UsableStaffPlan {
  readonly ok: true;
  readonly plan: StaffImportPlan;
  readonly notes: readonly RosterNote[];
  readonly ignoredColumns: readonly string[];
  readonly staff: ReadonlyMap<string, StaffOfToday>;
}
export type StaffPlan = UsableStaffPlan | ({ readonly ok: false } & Unusable);

export async function planStaff({ db, scopeId, at, actor }: Context, list: StaffList): Promise<StaffPlan> {
  const file = readStaffFile(bytesOf(list));
  if (!file.ok) return { ...file, notes: [] };
  const rows = await staffRows(db, scopeId, WORKING_TYPES, dayOf(at));
  const plan = planStaffImport({ rows: file.rows, existing: rows.map(existingOf), covers: list.covers });
  const notes = [...file.notes, ...plan.notes];
  if (plan.errorCount > 0) return { ok: false, problems: plan.errors, problemCount: plan.errorCount, notes };
  const problems = problemList();
  checkGrants(plan, actor, rows, problems);
  checkLastDays(plan, actor, rows, { today: dayOf(at), problems });
  if (problems.count > 0) return { ok: false, ...problems.found(), notes };
  return {
    ok: true,
    plan,
    notes,
    ignoredColumns: file.ignoredColumns,
    staff: new Map(rows.map((row) => [row.id, row])),
  };
}

function existingOf(row: StaffOfToday): ExistingStaff {
  const held = new Set([...row.types, ...row.responsibilities]);
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name || null,
    email: row.email || null,
    jobTitle: row.job_title || null,
    lastDay: row.last_day,
    mayHaveNewAddress: !row.joined && !row.responsibilities.some(isDeciding),
    responsibilities: WRITTEN.filter((word) => held.has(word)),
  };
}

/** What a list asks for is given by the same rules as on the page, and a school has one headteacher. */
function checkGrants(plan: StaffImportPlan, actor: Actor, staff: readonly StaffOfToday[], problems: ProblemList): void {
  const leaving = new Set(plan.leavers.map(({ id }) => id));
  const heads = staff.filter(
    ({ id, responsibilities }) => responsibilities.includes('headteacher') && !leaving.has(id),
  );
  const headNamed = staff.some(({ responsibilities }) => responsibilities.includes('headteacher'));
  let head = heads[0] ? `${heads[0].first_name} ${heads[0].last_name}` : null;
  const check = (row: number, personId: string, name: string, words: readonly string[]) => {
    for (const responsibility of words.filter(isResponsibility)) {
      if (!mayGive(actor, { personId, responsibility, headNamed })) problems.add(notYours(row, responsibility));
      if (responsibility !== 'headteacher') continue;
      if (head !== null) problems.add(secondHead(row, name, head));
      head ??= name;
    }
  };
  for (const row of plan.joiners) check(row.row, '', `${row.firstName} ${row.lastName}`, row.responsibilities);
  for (const { row, person, newResponsibilities } of plan.changes) {
    check(row, person.id, `${person.firstName} ${person.lastName}`, newResponsibilities);
  }
  for (const person of plan.leavers) {
    const held = staff.find(({ id }) => id === person.id)?.responsibilities ?? [];
    const kept = held
      .filter(isResponsibility)
      .find((one) => !mayGive(actor, { personId: person.id, responsibility: one, headNamed }));
    if (kept !== undefined) problems.add(mayNotLeave(`${person.firstName} ${person.lastName}`, kept));
    else if (actor.kind === 'person' && actor.personId === person.id) problems.add(yourself);
  }
}

/** A last day in a list ends by the same rules as on the page. */
function checkLastDays(
  plan: StaffImportPlan,
  actor: Actor,
  staff: readonly StaffOfToday[],
  { today, problems }: { readonly today: string; readonly problems: ProblemList },
): void {
  const headNamed = staff.some(({ responsibilities }) => responsibilities.includes('headteacher'));
  const over = (row: number, name: string) =>
    problems.add({
      row,
      column: 'last day',
      message: `The last day of ${name} is over already.`,
      remedy: 'Leave the row out; a list of everybody who works here ends whoever is not in it.',
    });
  for (const row of plan.joiners)
    if (row.lastDay !== undefined && row.lastDay < today) over(row.row, `${row.firstName} ${row.lastName}`);
  for (const { row, person, fields } of plan.changes) {
    const lastDay = fields.find(({ field }) => field === 'lastDay')?.to;
    if (lastDay === undefined || lastDay === null) continue;
    const name = `${person.firstName} ${person.lastName}`;
    if (lastDay < today) over(row, name);
    if (actor.kind === 'person' && actor.personId === person.id) problems.add({ ...yourself, row });
    const held = staff.find(({ id }) => id === person.id)?.responsibilities ?? [];
    const kept = held
      .filter(isResponsibility)
      .find((one) => !mayGive(actor, { personId: person.id, responsibility: one, headNamed }));
    if (kept !== undefined) problems.add({ ...mayNotLeave(name, kept), row });
  }
}

const labelOf = (responsibility: Responsibility): string => `“${RESPONSIBILITY_WORDS[responsibility].label}”`;

const notYours = (row: number, responsibility: Responsibility) => ({
  row,
  column: 'role',
  message: `You may not give ${labelOf(responsibility)}.`,
  remedy: 'Leave it out of the list, and ask the headteacher or the chair of governors to give it.',
});

const secondHead = (row: number, name: string, head: string) => ({
  row,
  column: 'role',
  message: `${name} cannot be headteacher as well as ${head}: a school has one at a time.`,
  remedy: 'Give the present headteacher a last day on their page, or leave this out of the list.',
});

const mayNotLeave = (name: string, responsibility: Responsibility) => ({
  row: null,
  column: null,
  message: `${name} is not in the list and would leave, but you may not end ${labelOf(responsibility)}.`,
  remedy:
    'Add them to the list, say that it covers only these people, or ask the headteacher or the chair of governors.',
});

const yourself = {
  row: null,
  column: null,
  message: 'You are not in the list yourself, so you would leave.',
  remedy: 'Add yourself to the list, or say that it covers only these people.',
};

/** What a new colleague is to the school, as the list says it. */
export function typesIn(words: readonly string[]) {
  const types = WORKING_TYPES.filter((type) => words.includes(type));
  if (types.length > 0) return types;
  return words.length > 0 && words.every((word) => word === 'chair-of-governors')
    ? (['governor'] as const)
    : (['staff'] as const);
}

export const responsibilitiesIn = (words: readonly string[]): Responsibility[] =>
  words.filter((word) => !isPersonType(word)).filter(isResponsibility);
