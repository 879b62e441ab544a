// Ends somebody's time at the school: types, responsibilities, links, and word to whatever hangs on them.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, SCHOOL_ZONE } from '#features/schools/index.ts';
import { isHeldOn } from './days.ts';
import { personLeft } from './events.ts';
import { actOnLeaving } from './jobs/act-on-leaving.ts';
import { noteLeaving, openLeaving, undoLeaving } from './leaving-queries.ts';
import { letGo } from './let-go.ts';
import { endEnrolment, endTypes, setLastDay } from './queries.ts';
import { PERSON_TYPES } from './person-types.ts';
import { ADMINISTERING, isAdministering } from './responsibilities.ts';
import { endGrantsOf, grantsOf, othersHolding } from './responsibility-queries.ts';

/**
 * @param day the first on which these are over; today where nothing is said
 * @throws when nobody who can sign in and let others in would be left once these end
 */
export async function keepAnAdministrator(
  context: Context,
  personId: string,
  ending: readonly string[],
  day?: string,
): Promise<void> {
  const administering = ending.filter(isAdministering);
  if (administering.length === 0) return;
  const { db, scopeId, at } = context;
  const today = day ?? dayOf(at);
  const asked = { responsibilities: ADMINISTERING, except: personId, today, signIn: true };
  const [others, own] = await Promise.all([othersHolding(db, scopeId, asked), grantsOf(db, scopeId, personId)]);
  const kept = own.filter(
    (held) => isHeldOn(held, today) && isAdministering(held.responsibility) && !ending.includes(held.responsibility),
  );
  if (others.length + kept.length > 0) return;
  throw fail.conflict({
    code: 'last-administrator',
    message: 'Nobody else could then look after Gatepost here.',
    remedy: 'First make somebody else headteacher or system administrator and see that they have joined.',
  });
}

/** Everything ends after the last day. What it ended is kept, so that it can be undone until that day is over. */
export async function leave(context: Context, personId: string, lastDay: string): Promise<void> {
  const { db, scopeId, now, at, newId, actor } = context;
  const notedBy = actor.kind === 'person' ? actor.personId : null;
  // Another last day than was noted before: what that one would have ended begins from what it was.
  const earlier = await openLeaving(db, scopeId, personId);
  if (earlier && earlier.last_day >= dayOf(at))
    await undoLeaving(db, scopeId, { id: earlier.id, undoneBy: notedBy }, now);
  await noteLeaving(db, scopeId, { id: newId(), personId, lastDay, notedBy }, now);
  await setLastDay(db, scopeId, personId, lastDay);
  await endTypes(db, scopeId, personId, lastDay, PERSON_TYPES);
  await endGrantsOf(db, scopeId, personId, lastDay);
  await endEnrolment(db, scopeId, personId, lastDay);
  if (lastDay < dayOf(at)) await letGo(context, personId);
  else context.enqueue(actOnLeaving, { personId }, { key: personId, at: morningAfter(lastDay) });
  context.emit(personLeft, { personId, lastDay });
}

const morningAfter = (lastDay: string): Temporal.Instant =>
  Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime(SCHOOL_ZONE).toInstant();
