// Enter somebody in the directory.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { daySchema } from '../days.ts';
import { requireCarerReader } from '../access.ts';
import { insertPerson } from '../insert-person.ts';
import { classNameSchema, personFields, yearGroupSchema } from '../person.ts';
import { PERSON_TYPES } from '../person-types.ts';

export const addPerson = defineAction({
  name: 'people.add',
  kind: 'write',
  summary: 'Enter somebody in the directory.',
  route: 'POST /people',
  scope: 'school',
  who: keepers,
  token: 'people:write',
  input: z.object({
    firstName: personFields.firstName,
    lastName: personFields.lastName,
    preferredName: personFields.preferredName.default(''),
    email: personFields.email.default(''),
    jobTitle: personFields.jobTitle.default(''),
    signOff: personFields.signOff.default(''),
    types: z
      .array(z.enum(PERSON_TYPES))
      .min(1, 'Say what this person is to the school.')
      .max(PERSON_TYPES.length)
      .describe('What this person is to the school'),
    yearGroup: yearGroupSchema.default('').describe('Pupils only: year group'),
    className: classNameSchema.default('').describe('Pupils only: class'),
    startsOn: daySchema.optional().describe('First day; today where nothing is said'),
  }),
  output: z.object({ personId: z.uuid() }),
  errors: ['email-in-use'],
  controls: ['people.directory', 'people.no-private-numbers', 'people.private-life'],
  about: (_, { personId }) => ({ person: personId }),
}).handle(async (context, { yearGroup, className, startsOn, types, ...person }) => {
  requireCarerReader(context.actor, types);
  const personId = await insertPerson(context, {
    ...person,
    types,
    place: { yearGroup, className },
    ...(startsOn === undefined ? {} : { startsOn }),
  });
  context.remark({ people: [personId] });
  return { personId };
});
