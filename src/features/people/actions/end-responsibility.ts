// End a responsibility: at once, or with a last day.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { endable } from '../access.ts';
import { dayBefore, daySchema } from '../days.ts';
import { headNamed } from '../grant.ts';
import { keepAnAdministrator } from '../leave.ts';
import type { Responsibility } from '../responsibilities.ts';
import { endGrant, grantRow } from '../responsibility-queries.ts';

export const endResponsibility = defineAction({
  name: 'people.endResponsibility',
  kind: 'write',
  summary: 'End a responsibility, at once or with a last day.',
  route: 'POST /responsibilities/{grantId}/end',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  freshFactorMinutes: 240,
  input: z.object({
    grantId: z.uuid(),
    lastDay: daySchema.optional().describe('The last day it is held; ends at once where nothing is said'),
  }),
  output: z.object({}),
  errors: ['not-yours-to-give', 'last-administrator', 'already-over'],
  controls: ['people.responsibilities'],
  about: ({ grantId }) => ({ grant: grantId }),
}).handle(async (context, { grantId, lastDay }) => {
  const { db, scopeId, at, actor } = context;
  const head = await headNamed(context);
  const row = await grantRow(db, scopeId, grantId);
  if (!row) throw fail.notFound('responsibility');
  const today = dayOf(at);
  endable(actor, { personId: row.person_id, responsibility: row.responsibility as Responsibility, headNamed: head });
  if (row.ends_on !== null && row.ends_on < today) {
    throw fail.conflict({ code: 'already-over', message: 'This responsibility has ended already.' });
  }
  const last = lastDay ?? dayBefore(today);
  if (last < dayBefore(today)) {
    const message = 'What was held until today cannot be ended in the past.';
    throw fail.invalid({
      code: 'in-the-past',
      message,
      remedy: 'Give today or a later day, or none to end it at once.',
      fields: [{ field: 'lastDay', message }],
    });
  }
  await keepAnAdministrator(context, row.person_id, [row.responsibility]);
  await endGrant(db, scopeId, grantId, last);
  context.remark({ people: [row.person_id], about: { person: row.person_id, responsibility: row.responsibility } });
  return {};
});
