// Who would leave and when, by a list or by ticks; what hangs on each; and why somebody may not be ended.
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { isFailure } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { endable } from './access.ts';
import { daySchema } from './days.ts';
import { headNamed } from './grant.ts';
import { hangsOn, type HangsOn } from './leaving-queries.ts';
import { bytesOf, fileFields, type Unusable } from './list-file.ts';
import { personName } from './person.ts';
import { WORKING_TYPES } from './person-types.ts';
import type { Responsibility } from './responsibilities.ts';
import { problemList, type RosterNote } from './roster/problem.ts';
import { findLeavers, readLeaverFile, type FoundLeaver } from './roster/leaver-rows.ts';
import { staffRows, type StaffOfToday } from './roll-queries.ts';

export const leaverListFields = {
  ...fileFields,
  leavers: z
    .array(z.object({ personId: z.uuid(), lastDay: daySchema }))
    .max(1000, 'At most a thousand people at once.')
    .optional()
    .describe('Who leaves and when, where there is no list'),
};

export interface LeaverList {
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
  readonly leavers?: readonly { readonly personId: string; readonly lastDay: string }[] | undefined;
}

export interface PlannedLeaver extends HangsOn {
  readonly name: string;
  readonly jobTitle: string;
  readonly lastDay: string;
}

export type LeaversPlan =
  | {
      readonly ok: true;
      readonly leavers: readonly PlannedLeaver[];
      readonly notes: readonly RosterNote[];
      readonly ignoredColumns: readonly string[];
    }
  | ({ readonly ok: false } & Unusable);

export async function planLeavers(context: Context, list: LeaverList): Promise<LeaversPlan> {
  const { db, scopeId, at } = context;
  const today = dayOf(at);
  const staff = await staffRows(db, scopeId, WORKING_TYPES, today);
  const named = whoLeaves(list, staff);
  if (!named.ok) return named;
  const byId = new Map(staff.map((row) => [row.id, row]));
  const problems = problemList();
  const head = await headNamed(context);
  for (const leaver of named.leavers) {
    const person = byId.get(leaver.personId);
    const problem = person ? whyNot(context, person, leaver.lastDay, { today, head }) : NOT_HERE;
    if (problem) problems.add({ row: leaver.row === 0 ? null : leaver.row, column: null, ...problem });
  }
  if (problems.count > 0) return { ok: false, ...problems.found(), notes: named.notes };
  const found = named.leavers.length === 0 ? [] : await hangsOn(db, scopeId, named.leavers);
  const dayOfEach = new Map(named.leavers.map(({ personId, lastDay }) => [personId, lastDay]));
  const leavers = found.flatMap((one) => {
    const person = byId.get(one.personId);
    return person
      ? [
          {
            ...one,
            name: personName(person),
            jobTitle: person.job_title,
            lastDay: dayOfEach.get(one.personId) ?? today,
          },
        ]
      : [];
  });
  return { ok: true, leavers, notes: named.notes, ignoredColumns: named.ignoredColumns };
}

type Named =
  | {
      readonly ok: true;
      readonly leavers: readonly FoundLeaver[];
      readonly notes: readonly RosterNote[];
      readonly ignoredColumns: readonly string[];
    }
  | ({ readonly ok: false } & Unusable);

function whoLeaves(list: LeaverList, staff: readonly StaffOfToday[]): Named {
  if (list.leavers !== undefined) {
    const once = new Map(list.leavers.map(({ personId, lastDay }) => [personId, lastDay]));
    const leavers = [...once].map(([personId, lastDay]) => ({ personId, lastDay, row: 0 }));
    return { ok: true, leavers, notes: [], ignoredColumns: [] };
  }
  const file = readLeaverFile(bytesOf(list));
  if (!file.ok) return { ...file, notes: [] };
  const colleagues = staff.map(({ id, first_name, last_name, email }) => ({
    id,
    firstName: first_name,
    lastName: last_name,
    email,
  }));
  const { leavers, problems, problemCount } = findLeavers(file.rows, colleagues);
  if (problemCount > 0) return { ok: false, problems, problemCount, notes: file.notes };
  return { ok: true, leavers, notes: file.notes, ignoredColumns: file.ignoredColumns };
}

interface Why {
  readonly message: string;
  readonly remedy: string;
}

const NOT_HERE: Why = {
  message: 'Somebody who is ticked does not work here any more.',
  remedy: 'Load the page again and tick anew.',
};

function whyNot(
  { actor }: Context,
  person: StaffOfToday,
  lastDay: string,
  { today, head }: { readonly today: string; readonly head: boolean },
): Why | null {
  const name = personName(person);
  if (lastDay < today)
    return { message: `The last day of ${name} is over already.`, remedy: 'Give today or a later day.' };
  if (actor.kind === 'person' && actor.personId === person.id)
    return {
      message: 'You are among those who would leave.',
      remedy: 'Leave yourself out; somebody else notes your last day.',
    };
  for (const responsibility of person.responsibilities) {
    try {
      endable(actor, { personId: person.id, responsibility: responsibility as Responsibility, headNamed: head });
    } catch (error) {
      if (!isFailure(error)) throw error;
      return { message: `${name}: ${error.message}`, remedy: error.remedy ?? 'Leave them out.' };
    }
  }
  return null;
}
