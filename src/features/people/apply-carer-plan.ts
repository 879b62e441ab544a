// Writes what a list of carers changes, all of it or none: people, how they are reached, and whose carers they are.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { CARER_SOURCE } from './carer-plan.ts';
import {
  beginCarers,
  endCarers,
  endLinks,
  insertCarers,
  insertLinks,
  putContacts,
  updateLinks,
} from './carer-queries.ts';
import { dayBefore } from './days.ts';
import { keysOfPerson } from './keys-of-person.ts';
import { formerNamesOf, withFormer } from './person.ts';
import { personRow, updatePerson } from './queries.ts';
import { rekey } from './rekey.ts';
import { analyseRoll, forgetPlans, insertNameKeys, putExternalIds } from './roll-queries.ts';
import type { CarerImportPlan, PlannedCarer } from './roster/plan-carer-import.ts';

/** Rows of one statement: large enough to be quick, small enough that no message grows without bound. */
const AT_ONCE = 10_000;
const MANY = 500;

/** @returns the ids of all who joined, changed or left */
export async function applyCarerPlan(context: Context, plan: CarerImportPlan): Promise<string[]> {
  const { db, scopeId, at, now, newId } = context;
  const today = dayOf(at);
  const joining = plan.joiners.map((carer) => ({ carer, id: carer.existing?.id ?? newId() }));
  const staying = [...plan.changes, ...plan.leavers].map((carer) => ({ carer, id: idOf(carer) }));
  const all = [...joining, ...staying];

  const fresh = joining.filter(({ carer }) => carer.existing === null);
  await inParts(fresh, (part) =>
    insertCarers(
      db,
      scopeId,
      part.map(({ id, carer }) => ({ id, first: carer.firstName, last: carer.lastName })),
      now,
    ),
  );
  if (fresh.length > MANY) await forgetPlans(db);
  await inParts(fresh, (part) => insertNameKeys(db, scopeId, part.flatMap(keysOf)));
  await inParts(joining, (part) =>
    beginCarers(
      db,
      scopeId,
      part.map(({ id }) => ({ id, typeId: newId() })),
      today,
    ),
  );
  for (const { id, carer } of all) if (carer.fields.includes('name')) await rename(context, id, carer);

  const reached = all.filter(({ carer }) => carer.existing === null || !carer.existing.isCarer || isReachedAnew(carer));
  await inParts(reached, (part) =>
    putContacts(
      db,
      scopeId,
      part.map(({ id, carer }) => ({ id, email: carer.email, telephone: carer.telephone })),
    ),
  );
  const known = all.flatMap(({ id, carer }) =>
    carer.carerId !== null && carer.carerId !== carer.existing?.carerId
      ? [{ personId: id, externalId: carer.carerId }]
      : [],
  );
  if (known.length > 0) await putExternalIds(db, scopeId, CARER_SOURCE, known);

  const ended = all.flatMap(({ carer }) => carer.ended.map(({ id }) => id));
  if (ended.length > 0) await endLinks(db, scopeId, ended, dayBefore(today));
  await inParts(
    all.flatMap(({ carer }) => carer.altered.map(({ from, to }) => ({ ...to, id: from.id }))),
    (part) => updateLinks(db, scopeId, part),
  );
  const added = all.flatMap(({ id: carerId, carer }) =>
    carer.added.map(({ pupil, ...tie }) => ({ ...tie, id: newId(), pupilId: pupil.id, carerId })),
  );
  await inParts(added, (part) => insertLinks(db, scopeId, part, today));
  if (plan.leavers.length > 0) await endCarers(db, scopeId, plan.leavers.map(idOf), dayBefore(today));
  if (all.length > MANY) await analyseRoll(db);
  return all.map(({ id }) => id);
}

const idOf = ({ existing }: PlannedCarer): string => {
  if (existing === null) throw new Error('Somebody who is not here yet neither changes nor leaves.');
  return existing.id;
};

const isReachedAnew = ({ fields }: PlannedCarer): boolean => fields.includes('email') || fields.includes('telephone');

async function inParts<T>(items: readonly T[], write: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) await write(items.slice(from, from + AT_ONCE));
}

/** A parent's name is noticed in a draft as that of any other adult who is not staff. */
const keysOf = ({ id, carer }: { readonly id: string; readonly carer: PlannedCarer }) =>
  keysOfPerson({
    first_name: carer.firstName,
    last_name: carer.lastName,
    preferred_name: '',
    kind: 'other-adult',
    former: [],
    yearGroup: '',
    className: '',
  }).map(({ key, former }) => ({ key, personId: id, former }));

async function rename(context: Context, id: string, carer: PlannedCarer): Promise<void> {
  const { db, scopeId } = context;
  const before = await personRow(db, scopeId, id);
  if (!before) return;
  const given = { first: before.first_name, last: before.last_name };
  await updatePerson(db, scopeId, id, {
    first_name: carer.firstName,
    last_name: carer.lastName,
    former: withFormer(formerNamesOf(before.former_names), given),
  });
  await rekey(context, id);
}
