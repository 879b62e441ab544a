// Keeps a person's name keys in step with what the directory says.
import type { Context } from '#kernel/context.ts';
import { keysOfPerson, kindOf } from './keys-of-person.ts';
import { formerNamesOf } from './person.ts';
import { enrolmentRow, personRow, replaceNameKeys, typeRows } from './queries.ts';

/** Keys outlive the person's time here: a child who has left is still a child whose name is not for publishing. */
export async function rekey({ db, scopeId }: Context, personId: string): Promise<void> {
  const [person, types, enrolment] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    enrolmentRow(db, scopeId, personId),
  ]);
  if (!person) return;
  const open = types.filter(({ ends_on }) => ends_on === null);
  const keys = keysOfPerson({
    ...person,
    kind: kindOf(
      open.map(({ type }) => type),
      types.map(({ type }) => type),
    ),
    former: formerNamesOf(person.former_names),
    yearGroup: enrolment?.year_group ?? '',
    className: enrolment?.class_name ?? '',
  });
  await replaceNameKeys(db, scopeId, personId, keys);
}
