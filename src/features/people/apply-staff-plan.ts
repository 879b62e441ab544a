// Writes what a staff list changes: new colleagues, changed entries, added responsibilities, and those who leave.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { dayAfter, dayBefore } from './days.ts';
import { grant } from './grant.ts';
import { insertPerson } from './insert-person.ts';
import { withdrawLinks } from './link-queries.ts';
import { keepAnAdministrator, leave } from './leave.ts';
import { formerNamesOf, withFormer } from './person.ts';
import { isPersonType, withStaff } from './person-types.ts';
import { insertTypes, updatePerson } from './queries.ts';
import { rekey } from './rekey.ts';
import type { StaffChange } from './roster/plan-staff-import.ts';
import type { StaffOfToday } from './roll-queries.ts';
import { responsibilitiesIn, typesIn, type UsableStaffPlan } from './staff-plan.ts';

/** @returns the ids of all who joined, changed or left */
export async function applyStaffPlan(context: Context, { plan, staff }: UsableStaffPlan): Promise<string[]> {
  const touched: string[] = [];
  for (const { id } of plan.leavers) {
    await keepAnAdministrator(context, id, staff.get(id)?.responsibilities ?? []);
    await leave(context, id, dayBefore(dayOf(context.at)));
    touched.push(id);
  }
  for (const row of plan.joiners) {
    const personId = await insertPerson(context, {
      firstName: row.firstName,
      lastName: row.lastName,
      preferredName: row.preferredName ?? '',
      email: row.email ?? '',
      jobTitle: row.jobTitle ?? '',
      types: typesIn(row.responsibilities),
      ...(row.firstDay === undefined ? {} : { startsOn: row.firstDay }),
    });
    for (const responsibility of responsibilitiesIn(row.responsibilities))
      await grant(context, {
        personId,
        responsibility,
        ...(row.firstDay === undefined || row.firstDay < dayOf(context.at) ? {} : { startsOn: row.firstDay }),
      });
    if (row.lastDay !== undefined) await leave(context, personId, row.lastDay);
    touched.push(personId);
  }
  for (const change of plan.changes) {
    const before = staff.get(change.person.id);
    if (before) await applyChange(context, before, change);
    touched.push(change.person.id);
  }
  return touched;
}

async function applyChange(
  context: Context,
  before: StaffOfToday,
  { fields, newResponsibilities }: StaffChange,
): Promise<void> {
  const { db, scopeId, at, newId } = context;
  const { id } = before;
  const to = (field: StaffChange['fields'][number]['field'], was: string): string => {
    const change = fields.find((one) => one.field === field);
    return change ? (change.to ?? '') : was;
  };
  if (fields.length > 0) {
    const [first, last] = [to('firstName', before.first_name), to('lastName', before.last_name)];
    const former = formerNamesOf(before.former_names);
    const same = first === before.first_name && last === before.last_name;
    await updatePerson(db, scopeId, id, {
      first_name: first,
      last_name: last,
      preferred_name: to('preferredName', before.preferred_name),
      email: to('email', before.email),
      job_title: to('jobTitle', before.job_title),
      former: same ? former : withFormer(former, { first: before.first_name, last: before.last_name }),
    });
  }
  // An open link was made for the old address.
  if (fields.some(({ field, from }) => field === 'email' && from !== null))
    await withdrawLinks(db, scopeId, id, context.now);
  const said = newResponsibilities.flatMap((word) => (isPersonType(word) ? word : []));
  const types = withStaff(said).filter((type) => !before.types.includes(type));
  await insertTypes(
    db,
    scopeId,
    types.map((type) => ({ id: newId(), personId: id, type, startsOn: dayOf(at) })),
  );
  if (fields.length > 0 || types.length > 0) await rekey(context, id);
  for (const responsibility of responsibilitiesIn(newResponsibilities))
    await grant(context, { personId: id, responsibility });
  const lastDay = fields.find(({ field }) => field === 'lastDay')?.to;
  if (lastDay === undefined || lastDay === null) return;
  await keepAnAdministrator(context, id, before.responsibilities, dayAfter(lastDay));
  await leave(context, id, lastDay);
}
