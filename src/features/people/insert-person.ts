// Enters somebody in the directory: the entry, what they are to the school, the class, the keys of the name.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { withStaff, type PersonType } from './person-types.ts';
import { insertPersonRow, insertTypes, putEnrolment, type NewPerson, type Place } from './queries.ts';
import { rekey } from './rekey.ts';

export interface NewEntry extends Omit<NewPerson, 'id'> {
  readonly types: readonly PersonType[];
  readonly place?: Place;
  /** First day; today where nothing is said. */
  readonly startsOn?: string;
}

/** @returns the id of the new person */
export async function insertPerson(context: Context, { types, place, startsOn, ...person }: NewEntry): Promise<string> {
  const { db, scopeId, now, at, newId } = context;
  const id = newId();
  const first = startsOn ?? dayOf(at);
  await insertPersonRow(db, scopeId, { ...person, id }, now);
  await insertTypes(
    db,
    scopeId,
    withStaff(types).map((type) => ({ id: newId(), personId: id, type, startsOn: first })),
  );
  if (types.includes('pupil')) await putEnrolment(db, scopeId, id, place ?? { yearGroup: '', className: '' }, first);
  await rekey(context, id);
  return id;
}
