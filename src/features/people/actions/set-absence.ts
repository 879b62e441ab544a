// Say when somebody is away, so that their deputies stand in.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { ownOrKept } from '../access.ts';
import { daySchema } from '../days.ts';
import { notify } from '../notify.ts';
import { personRow } from '../queries.ts';
import { replaceAbsences } from '../responsibility-queries.ts';

const absence = z
  .object({ startsOn: daySchema, endsOn: daySchema })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    message: 'The last day lies before the first.',
    path: ['endsOn'],
  });

export const setAbsence = defineAction({
  name: 'people.setAbsence',
  kind: 'write',
  summary: 'Say when somebody is away, so that their deputies stand in.',
  route: 'PUT /people/{personId}/absences',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  freshFactorMinutes: 240,
  input: z.object({
    personId: z.uuid(),
    absences: z
      .array(absence)
      .max(50, 'At most 50.')
      .describe('All absences from today on; those that are over stay as they were'),
  }),
  output: z.object({}),
  errors: ['not-your-entry'],
  controls: ['people.responsibilities'],
  about: ({ personId, absences }) => ({ person: personId, absences }),
}).handle(async (context, { personId, absences }) => {
  const { db, scopeId, at, newId, actor } = context;
  ownOrKept(actor, personId);
  if (!(await personRow(db, scopeId, personId))) throw fail.notFound('person');
  const today = dayOf(at);
  const rows = absences
    .filter(({ endsOn }) => endsOn >= today)
    .map(({ startsOn, endsOn }) => ({ id: newId(), startsOn, endsOn }));
  await replaceAbsences(db, scopeId, personId, today, rows);
  if (actor.kind === 'person' && actor.personId !== personId) {
    const text =
      rows.length === 0 ? 'Somebody noted that you are not away after all.' : 'Somebody noted that you are away.';
    await notify(context, [personId], { kind: 'people.absence', text, href: `/people/${personId}` });
  }
  context.remark({ people: [personId] });
  return {};
});
