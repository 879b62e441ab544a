// Give somebody a named responsibility, with dates and a deputy for absence.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { grantable } from '../access.ts';
import { daySchema } from '../days.ts';
import { grant, headNamed } from '../grant.ts';
import { responsibilitySchema } from '../responsibilities.ts';

export const grantResponsibility = defineAction({
  name: 'people.grantResponsibility',
  kind: 'write',
  summary: 'Give somebody a named responsibility, with dates and a deputy for absence.',
  route: 'POST /people/{personId}/responsibilities',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  freshFactorMinutes: 240,
  input: z.object({
    personId: z.uuid(),
    responsibility: responsibilitySchema,
    startsOn: daySchema.optional().describe('First day; today where nothing is said'),
    endsOn: daySchema.optional().describe('Last day'),
    deputyId: z.uuid().optional().describe('Who stands in during an absence'),
  }),
  output: z.object({ grantId: z.uuid() }),
  errors: ['not-yours-to-give', 'not-to-yourself', 'one-headteacher', 'already-held', 'not-a-colleague', 'own-deputy'],
  controls: ['people.responsibilities', 'people.one-headteacher', 'people.administrator-limits'],
  about: ({ personId, responsibility }, { grantId }) => ({ person: personId, responsibility, grant: grantId }),
}).handle(async (context, { personId, responsibility, startsOn, endsOn, deputyId }) => {
  grantable(context.actor, { personId, responsibility, headNamed: await headNamed(context) });
  const grantId = await grant(context, {
    personId,
    responsibility,
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(deputyId === undefined ? {} : { deputyId }),
  });
  context.remark({ people: [personId] });
  return { grantId };
});
