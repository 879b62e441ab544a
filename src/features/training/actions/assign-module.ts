// Give a module to a group with a day: everybody who belongs to it then has it to do. Figures in it that are old are asked about.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, daySchema, notify } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { askOwners } from '../ask-owners.ts';
import { putAssignment } from '../completion-queries.ts';
import { moduleIdSchema } from '../module-id.ts';
import { keepModules, moduleOf } from '../modules.ts';
import { adultsOf } from '../people-queries.ts';
import { isAsked, targetSchema, writtenTarget } from '../target.ts';

export const assignModule = defineAction({
  name: 'training.assign',
  kind: 'write',
  summary: 'Give a training module to a group of people, with a day by which it is done.',
  route: 'POST /training/assignments',
  scope: 'school',
  who: planners,
  input: z.object({ moduleId: moduleIdSchema, target: targetSchema, dueOn: daySchema.describe('To be done by') }),
  output: z.object({ assignmentId: z.string(), people: z.number(), factsAsked: z.number() }),
  errors: ['module-retired', 'day-passed', 'nobody-there'],
  controls: ['training.programme', 'training.sourced-facts'],
  about: ({ moduleId, target, dueOn }, { assignmentId, people }) => ({
    assignment: assignmentId,
    module: moduleId,
    target: writtenTarget(target),
    due: dueOn,
    people,
  }),
}).handle(async (context, { moduleId, target, dueOn }) => {
  const { db, scopeId, actor, at, now, newId } = context;
  const today = dayOf(at);
  if (dueOn < today) {
    throw fail.invalid({
      code: 'day-passed',
      message: 'That day has passed.',
      remedy: 'Choose today or a later day.',
      fields: [{ field: 'dueOn', message: 'Choose today or a later day.' }],
    });
  }
  const [module, adults] = await Promise.all([moduleOf(db, scopeId, moduleId), adultsOf(db, scopeId, today)]);
  if (module.retiredAt !== null) {
    throw fail.conflict({
      code: 'module-retired',
      message: 'This training is not given any more.',
      remedy: 'Write a new edition of it first.',
    });
  }
  const people = adults.filter((adult) => isAsked(target, adult)).map(({ personId }) => personId);
  if (target.kind === 'person' && people.length === 0) {
    throw fail.invalid({
      code: 'nobody-there',
      message: 'This person does not work for the school today.',
      remedy: 'Choose somebody else.',
      fields: [{ field: 'target', message: 'Choose somebody who works for the school.' }],
    });
  }
  await keepModules(context, [module]);
  const by = isPerson(actor) ? actor.personId : null;
  const given = { id: newId(), moduleId, target, dueOn, givenBy: by };
  const assignmentId = await putAssignment(db, scopeId, given, now);
  await notify(context, people, {
    kind: 'training.given',
    text: `Training to do by ${dueOn}: ${module.title}.`,
    href: `/training/${moduleId}`,
  });
  const factsAsked = await askOwners(context, moduleId);
  context.remark({ people, clauses: (await context.policy()).clausesOf('training.programme') });
  return { assignmentId, people: people.length, factsAsked };
});
