// Somebody leaves the school: everything they are and hold here ends on a day.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, keepers } from '#features/schools/index.ts';
import { endable, visible } from '../access.ts';
import { dayAfter, dayBefore, daySchema } from '../days.ts';
import { headNamed } from '../grant.ts';
import { keepAnAdministrator, leave } from '../leave.ts';
import { personRow, typeRows } from '../queries.ts';
import type { Responsibility } from '../responsibilities.ts';
import { grantsOf } from '../responsibility-queries.ts';

export const endPerson = defineAction({
  name: 'people.endPerson',
  kind: 'write',
  summary: 'Note that somebody leaves the school: all they are and hold here ends on that day.',
  route: 'POST /people/{personId}/end',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  input: z.object({
    personId: z.uuid(),
    lastDay: daySchema.optional().describe('The last day; ends at once where nothing is said'),
  }),
  output: z.object({}),
  errors: ['not-yours-to-give', 'last-administrator', 'already-over'],
  controls: ['people.directory', 'people.responsibilities'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async (context, { personId, lastDay }) => {
  const { db, scopeId, at, actor } = context;
  const head = await headNamed(context);
  const [row, types, grants] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    grantsOf(db, scopeId, personId),
  ]);
  const today = dayOf(at);
  const person = visible(actor, row && { ...row, types: types.map(({ type }) => type) });
  if (person.ended_on !== null && person.ended_on < today) {
    throw fail.conflict({ code: 'already-over', message: 'This person has left already.' });
  }
  const held = grants
    .filter(({ ends_on }) => ends_on === null || ends_on >= today)
    .map(({ responsibility }) => responsibility);
  for (const responsibility of held)
    endable(actor, { personId, responsibility: responsibility as Responsibility, headNamed: head });
  const last = lastDay ?? dayBefore(today);
  await keepAnAdministrator(context, personId, held, dayAfter(last));
  if (last < dayBefore(today)) {
    const message = 'Nobody can leave in the past.';
    throw fail.invalid({
      code: 'in-the-past',
      message,
      remedy: 'Give today or a later day, or none to end it at once.',
      fields: [{ field: 'lastDay', message }],
    });
  }
  await leave(context, personId, last);
  context.remark({ people: [personId], about: { lastDay: last } });
  return {};
});
