// Ends somebody's time at the school: types, responsibilities, links, and word to whatever hangs on them.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, isHeldOn } from './days.ts';
import { personLeft } from './events.ts';
import { withdrawLinks } from './link-queries.ts';
import { endEnrolment, endTypes, setLastDay } from './queries.ts';
import { PERSON_TYPES } from './person-types.ts';
import { ADMINISTERING, isAdministering } from './responsibilities.ts';
import { dropDeputy, endGrantsOf, grantsOf, othersHolding } from './responsibility-queries.ts';

/** @throws when nobody who can sign in and let others in would be left once these end */
export async function keepAnAdministrator(
  context: Context,
  personId: string,
  ending: readonly string[],
): Promise<void> {
  const administering = ending.filter(isAdministering);
  if (administering.length === 0) return;
  const { db, scopeId, at } = context;
  const today = dayOf(at);
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

export async function leave(context: Context, personId: string, lastDay: string): Promise<void> {
  const { db, scopeId, now } = context;
  await setLastDay(db, scopeId, personId, lastDay);
  await endTypes(db, scopeId, personId, lastDay, PERSON_TYPES);
  await endGrantsOf(db, scopeId, personId, lastDay);
  await endEnrolment(db, scopeId, personId, lastDay);
  await dropDeputy(db, scopeId, personId);
  await withdrawLinks(db, scopeId, personId, now);
  context.emit(personLeft, { personId, lastDay });
}
