// Writes what a class list changes, all of it or none: joiners, changes, leavers and the keys of their names.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/schools/index.ts';
import { dayBefore } from './days.ts';
import { keysOfPerson } from './keys-of-person.ts';
import { formerNamesOf, withFormer } from './person.ts';
import type { UsablePlan } from './pupil-plan.ts';
import {
  analyseRoll,
  deleteNameKeys,
  endPupils,
  forgetPlans,
  insertNameKeys,
  insertPupils,
  insertPupilTypes,
  leaversByExternalId,
  putExternalIds,
  putPupilPlaces,
  updatePupils,
  type KeyToWrite,
  type PupilToWrite,
  type RollRow,
} from './roll-queries.ts';
import type { PupilChange } from './roster/plan-import.ts';
import type { PupilRow } from './roster/pupil-rows.ts';

/** Rows of one statement: large enough to be quick, small enough that no message grows without bound. */
const AT_ONCE = 20_000;
const MANY = 500;

/** @returns the ids of all who joined, changed or left */
export async function applyPupilPlan(context: Context, { plan, roll }: UsablePlan, source: string): Promise<string[]> {
  const { db, scopeId, at, now, newId } = context;
  const today = dayOf(at);
  const back = await returning(context, plan.joiners, source);
  const fresh = plan.joiners.filter(({ externalId }) => !externalId || !back.has(externalId));
  const joining = fresh.map((row) => ({ pupil: written(newId(), row, null), row }));
  const coming = plan.joiners.flatMap((row) => {
    const before = row.externalId ? back.get(row.externalId) : undefined;
    return before ? [{ pupil: written(before.id, row, before), row }] : [];
  });
  const changed = plan.changes.flatMap((change) => {
    const before = roll.get(change.pupil.id);
    return before ? [{ pupil: changedPupil(before, change), row: externalIdIn(change) }] : [];
  });

  const news = joining.map(({ pupil }) => pupil);
  const updates = [...coming, ...changed].map(({ pupil }) => pupil);
  const all = [...news, ...updates];
  if (news.length > 0) await insertPupils(db, scopeId, news, now);
  if (news.length > MANY) await forgetPlans(db);
  if (updates.length > 0) await updatePupils(db, scopeId, updates, today);
  const pupilsAgain = [...news, ...coming.map(({ pupil }) => pupil)].map(({ id }) => id);
  if (pupilsAgain.length > 0)
    await insertPupilTypes(
      db,
      scopeId,
      pupilsAgain,
      pupilsAgain.map(() => newId()),
      today,
    );
  if (all.length > 0) await putPupilPlaces(db, scopeId, all, today);
  const known = [...joining, ...coming, ...changed].flatMap(({ pupil, row }) =>
    row.externalId ? [{ personId: pupil.id, externalId: row.externalId }] : [],
  );
  if (known.length > 0) await putExternalIds(db, scopeId, source, known);
  if (updates.length > 0)
    await deleteNameKeys(
      db,
      scopeId,
      updates.map(({ id }) => id),
    );
  await writeKeys(context, all);
  const leaving = plan.leavers.map(({ id }) => id);
  if (leaving.length > 0) await endPupils(db, scopeId, leaving, dayBefore(today));
  if (all.length + leaving.length > MANY) await analyseRoll(db);
  return [...all.map(({ id }) => id), ...leaving];
}

/** Pupils who had left and come back are told by their stable id. */
async function returning(
  context: Context,
  joiners: readonly PupilRow[],
  source: string,
): Promise<Map<string, RollRow>> {
  const ids = joiners.flatMap(({ externalId }) => (externalId ? [externalId] : []));
  if (ids.length === 0) return new Map();
  const rows = await leaversByExternalId(context.db, context.scopeId, source, ids, dayOf(context.at));
  return new Map(rows.map((row) => [row.external_id, row]));
}

function written(id: string, row: PupilRow, before: RollRow | null): PupilToWrite {
  return renamed(before, {
    id,
    first: row.firstName,
    last: row.lastName,
    preferred: said(row.preferredName, before?.preferred_name),
    former: [],
    yearGroup: said(row.yearGroup, before?.year_group),
    className: said(row.className, before?.class_name),
  });
}

/** What a list says nothing of stays as it was. */
const said = (now: string | null | undefined, before = ''): string => (now === undefined ? before : (now ?? ''));

function changedPupil(before: RollRow, { fields }: PupilChange): PupilToWrite {
  const to = (field: PupilChange['fields'][number]['field'], was: string): string => {
    const change = fields.find((one) => one.field === field);
    return change ? (change.to ?? '') : was;
  };
  return renamed(before, {
    id: before.id,
    first: to('firstName', before.first_name),
    last: to('lastName', before.last_name),
    preferred: to('preferredName', before.preferred_name),
    former: [],
    yearGroup: to('yearGroup', before.year_group),
    className: to('className', before.class_name),
  });
}

/** The name on the roll until now becomes an earlier name. */
function renamed(before: RollRow | null, pupil: PupilToWrite): PupilToWrite {
  if (!before) return pupil;
  const former = formerNamesOf(before.former_names);
  const same = before.first_name === pupil.first && before.last_name === pupil.last;
  const given = { first: before.first_name, last: before.last_name };
  return { ...pupil, former: same ? former : withFormer(former, given) };
}

const externalIdIn = ({ fields }: PupilChange): { externalId: string | null } => ({
  externalId: fields.find(({ field }) => field === 'externalId')?.to ?? null,
});

async function writeKeys({ db, scopeId }: Context, pupils: readonly PupilToWrite[]): Promise<void> {
  let waiting: KeyToWrite[] = [];
  const flush = async () => {
    if (waiting.length > 0) await insertNameKeys(db, scopeId, waiting);
    waiting = [];
  };
  for (const pupil of pupils) {
    const keys = keysOfPerson({
      first_name: pupil.first,
      last_name: pupil.last,
      preferred_name: pupil.preferred,
      kind: 'pupil',
      former: pupil.former,
      yearGroup: pupil.yearGroup,
      className: pupil.className,
    });
    for (const { key, former } of keys) waiting.push({ key, personId: pupil.id, former });
    if (waiting.length >= AT_ONCE) await flush();
  }
  await flush();
}
