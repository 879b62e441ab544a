// The first step of every school: its name, its model policy and the first person, in one transaction.
import { z } from 'zod';
import { either, linkFor, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { grant, insertPerson, personFields, responsibilitySchema } from '#features/people/index.ts';
import {
  dayOf,
  insertSchool,
  schoolDetails,
  schoolRow,
  slugFrom,
  slugSchema,
  slugTaken,
} from '#features/schools/index.ts';
import { loadModelPolicy, modelPolicyNames } from '../model-policies.ts';
import { putVersionInForce } from '../put-in-force.ts';

export const setUp = defineAction({
  name: 'policy.setUp',
  kind: 'write',
  summary: 'Set up a school: its name, its model policy and the first person.',
  route: 'POST /set-up',
  scope: 'school',
  who: either(linkFor('set-up'), onlyOperator),
  sealed: true,
  input: z.object({
    trustId: z.uuid().nullable().default(null),
    school: z.object({ ...schoolDetails, slug: slugSchema.optional() }),
    model: z.enum(modelPolicyNames),
    you: z.object({
      firstName: personFields.firstName,
      lastName: personFields.lastName,
      email: z.email('Write an e-mail address, such as head@millrace.sch.uk.').max(254),
      jobTitle: personFields.jobTitle.default(''),
      responsibilities: z.array(responsibilitySchema).max(10).default([]),
      loginId: z.uuid().nullable().default(null),
    }),
  }),
  output: z.object({ schoolId: z.string(), personId: z.string(), slug: z.string() }),
  errors: ['address-taken'],
  controls: ['policy.in-force', 'schools.trust-and-schools'],
  about: (_, { schoolId, personId }) => ({ school: schoolId, person: personId }),
}).handle(async (context, { trustId, school, model, you }) => {
  const { db, scopeId, now, at } = context;
  if (await schoolRow(db, scopeId)) {
    throw fail.conflict({
      code: 'already-set-up',
      message: 'This school has been set up already.',
      remedy: 'Sign in with the password chosen then.',
    });
  }
  const slug = school.slug ?? slugFrom(school.name);
  if (await slugTaken(db, slug)) {
    throw fail.conflict({
      code: 'address-taken',
      message: `Another school here has the public address “${slug}”.`,
      remedy: 'Choose a different address for this one.',
      fields: [{ field: 'school.slug', message: 'Choose a different address.' }],
    });
  }
  await insertSchool(db, { ...school, slug, id: scopeId, trustId }, now);
  const today = dayOf(at);
  const document = await loadModelPolicy(model);
  const personId = await insertPerson(context, { ...you, types: ['staff'] });
  await putVersionInForce(context, {
    document,
    effectiveOn: today,
    today,
    reason: 'Chosen at set-up.',
    putBy: personId,
  });
  const responsibilities = new Set([...you.responsibilities, 'administrator', 'system-administrator'] as const);
  for (const responsibility of responsibilities) {
    await grant(context, { personId, responsibility });
  }
  return { schoolId: scopeId, personId, slug };
});
