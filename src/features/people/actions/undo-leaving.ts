// Somebody stays after all: what would have ended goes on. Possible until the last day is over.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { grantable, visible } from '../access.ts';
import { headNamed } from '../grant.ts';
import { openLeaving, undoLeaving as undo } from '../leaving-queries.ts';
import { personRow, typeRows } from '../queries.ts';
import type { Responsibility } from '../responsibilities.ts';
import { grantsFor, grantsOf } from '../responsibility-queries.ts';

export const undoLeaving = defineAction({
  name: 'people.undoLeaving',
  kind: 'write',
  summary: 'Note that somebody stays after all, before their last day is over.',
  route: 'POST /people/{personId}/stay',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  input: z.object({ personId: z.uuid() }),
  output: z.object({}),
  errors: ['not-leaving', 'already-over', 'given-to-another'],
  controls: ['people.directory', 'people.responsibilities'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async (context, { personId }) => {
  const { db, scopeId, now, at, actor } = context;
  const head = await headNamed(context);
  const [row, types, grants, leaving] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    grantsOf(db, scopeId, personId),
    openLeaving(db, scopeId, personId),
  ]);
  const person = visible(actor, row && { ...row, types: types.map(({ type }) => type) });
  if (!leaving || person.ended_on === null)
    throw fail.conflict({ code: 'not-leaving', message: 'No last day is noted for this person.' });
  if (leaving.last_day < dayOf(at))
    throw fail.conflict({
      code: 'already-over',
      message: 'This person has left already.',
      remedy: 'Somebody who comes back is entered anew.',
    });
  const held = grants.filter(({ ends_on }) => ends_on === leaving.last_day);
  // Giving back what ends is giving it: the same people may.
  for (const { responsibility } of held)
    grantable(actor, { personId, responsibility: responsibility as Responsibility, headNamed: head });
  if (held.some(({ responsibility }) => responsibility === 'headteacher')) {
    const next = (await grantsFor(db, scopeId, 'headteacher')).find(
      (one) => one.person_id !== personId && one.starts_on > leaving.last_day,
    );
    if (next)
      throw fail.conflict({
        code: 'given-to-another',
        message: 'Somebody else becomes headteacher on the day after.',
        remedy: 'End that first, on their page.',
      });
  }
  await undo(db, scopeId, { id: leaving.id, undoneBy: actor.kind === 'person' ? actor.personId : null }, now);
  context.remark({ people: [personId] });
  return {};
});
