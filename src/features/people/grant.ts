// Gives somebody a responsibility, once it is clear that they may have it.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { isHeldOn, overlap } from './days.ts';
import { notify, notifyDeciders } from './notify.ts';
import { personName } from './person.ts';
import { isWorkingType } from './person-types.ts';
import { holdDirectory, personRow, typeRows } from './queries.ts';
import { isDeciding, RESPONSIBILITY_WORDS, type Responsibility } from './responsibilities.ts';
import { grantsFor, insertGrant } from './responsibility-queries.ts';

export interface NewResponsibility {
  readonly personId: string;
  readonly responsibility: Responsibility;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly deputyId?: string;
}

/** Does the school have a headteacher today? Everything that may change it waits its turn here. */
export async function headNamed({ db, scopeId, at }: Context): Promise<boolean> {
  await holdDirectory(db, scopeId);
  const heads = await grantsFor(db, scopeId, 'headteacher');
  return heads.some((held) => isHeldOn(held, dayOf(at)));
}

/**
 * Who may give it is asked before; this asks who may have it.
 * @returns the id of the grant
 */
export async function grant(context: Context, given: NewResponsibility): Promise<string> {
  const { db, scopeId, now, at, newId, actor } = context;
  const { personId, responsibility } = given;
  await holdDirectory(db, scopeId);
  const person = await workingPerson(context, personId);
  if (given.deputyId !== undefined) await deputyFor(context, personId, given.deputyId);
  const dates = { starts_on: given.startsOn ?? dayOf(at), ends_on: given.endsOn ?? null };
  if (dates.ends_on !== null && dates.ends_on < dates.starts_on) {
    throw fail.invalid({
      code: 'ends-before-start',
      message: 'The last day lies before the first.',
      fields: [{ field: 'endsOn', message: 'The last day lies before the first.' }],
    });
  }
  const others = (await grantsFor(db, scopeId, responsibility)).filter((held) => overlap(held, dates));
  if (others.some(({ person_id }) => person_id === personId)) {
    throw fail.conflict({
      code: 'already-held',
      message: `This person is already down as ${RESPONSIBILITY_WORDS[responsibility].label} on some of these days.`,
      remedy: 'Give dates that follow one another, or end the other first.',
    });
  }
  if (responsibility === 'headteacher' && others.length > 0) {
    throw fail.refused({
      code: 'one-headteacher',
      message: 'A school has one headteacher at a time, and somebody else is headteacher on some of these days.',
      remedy: 'Give the present headteacher a last day first, then start the new one on the day after.',
      clauses: (await context.policy()).clausesOf('people.one-headteacher'),
    });
  }
  const id = newId();
  await insertGrant(
    db,
    scopeId,
    {
      id,
      personId,
      responsibility,
      startsOn: dates.starts_on,
      endsOn: dates.ends_on,
      deputyId: given.deputyId ?? null,
      grantedBy: actor.kind === 'person' ? actor.personId : null,
    },
    now,
  );
  const { label } = RESPONSIBILITY_WORDS[responsibility];
  const href = `/people/${personId}`;
  await notify(context, [personId], { kind: 'people.granted', text: `You now hold “${label}”.`, href });
  if (isDeciding(responsibility) || responsibility === 'system-administrator') {
    await notifyDeciders(context, personId, {
      kind: 'people.granted',
      text: `${personName(person)} now holds “${label}”.`,
      href,
    });
  }
  return id;
}

/** Somebody here today who works for the school: only they can carry a responsibility. */
async function workingPerson({ db, scopeId, at }: Context, personId: string) {
  const [person, types] = await Promise.all([personRow(db, scopeId, personId), typeRows(db, scopeId, personId)]);
  const today = dayOf(at);
  if (!person || (person.ended_on !== null && person.ended_on < today)) throw fail.notFound('person');
  if (types.some((type) => isWorkingType(type.type) && (type.ends_on === null || type.ends_on >= today))) return person;
  throw fail.invalid({
    code: 'not-a-colleague',
    message: `${personName(person)} does not work for the school.`,
    remedy: 'First enter them as a member of staff, governor, volunteer or contractor.',
  });
}

/** A deputy is another colleague. */
export async function deputyFor(context: Context, personId: string, deputyId: string): Promise<void> {
  if (deputyId === personId) {
    throw fail.invalid({
      code: 'own-deputy',
      message: 'Nobody stands in for themselves.',
      fields: [{ field: 'deputyId', message: 'Choose somebody else.' }],
    });
  }
  await workingPerson(context, deputyId);
}
