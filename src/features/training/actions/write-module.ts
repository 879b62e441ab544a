// Write a module, or a new edition of one. Earlier editions stay: what somebody completed names the edition that they read.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { isPerson } from '#kernel/access.ts';
import { line } from '#kernel/written-line.ts';
import { dayOf } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { planners } from '../access.ts';
import { lessonFields } from '../lesson.ts';
import { moduleIdFrom, moduleIdSchema } from '../module-id.ts';
import { holdModules, insertEdition } from '../module-queries.ts';
import { keepModules, lessonDigest, moduleOf, modulesOf } from '../modules.ts';

export const writeModule = defineAction({
  name: 'training.writeModule',
  kind: 'write',
  summary: 'Write a training module of the school’s own, or a new edition of a module.',
  route: 'POST /training/modules',
  scope: 'school',
  who: planners,
  input: z.object({
    moduleId: moduleIdSchema.optional().describe('The module of which this is a new edition; left out = a new module'),
    edition: z.coerce.number().int().optional().describe('The edition that was read before it was changed'),
    ...lessonFields,
    neededToRun: z.boolean().default(false).describe('Nobody writes for an account before it'),
    repeatMonths: z
      .int()
      .min(1)
      .max(60)
      .nullable()
      .default(null)
      .describe('Repeated after so many months; null = as the policy says'),
    countsAgain: z.boolean().default(false).describe('Everybody completes it again'),
    note: line(300).default('').describe('What is new'),
  }),
  output: z.object({ moduleId: z.string(), edition: z.number() }),
  errors: ['module-changed', 'repeated-too-seldom', 'nothing-changed'],
  controls: ['training.programme', 'training.records'],
  about: ({ countsAgain }, { moduleId, edition }) => ({ module: moduleId, edition, again: countsAgain }),
}).handle(async (context, { moduleId, edition, neededToRun, repeatMonths, countsAgain, note, ...lesson }) => {
  const { db, scopeId, actor, at, now } = context;
  await holdModules(db, scopeId);
  const policyMonths = (await context.policy()).ruling(settings.training.renewalMonths);
  if (repeatMonths !== null && policyMonths.value !== null && repeatMonths > policyMonths.value) {
    throw fail.refused({
      code: 'repeated-too-seldom',
      message: `The policy has training repeated after ${policyMonths.value} months; this would be later.`,
      remedy: `Say ${policyMonths.value} months or fewer, or leave it empty.`,
      clauses: policyMonths.clauses,
      fields: [{ field: 'repeatMonths', message: `At most ${policyMonths.value} months.` }],
    });
  }
  const by = isPerson(actor) ? actor.personId : null;
  const rules = { neededToRun, repeatMonths, ownerId: by };
  const sha256 = lessonDigest(lesson);
  const day = { now, today: dayOf(at) };
  if (moduleId === undefined) {
    const taken = new Set((await modulesOf(db, scopeId)).map((one) => one.moduleId));
    const id = moduleIdFrom(lesson.title, taken);
    const first = { ...lesson, moduleId: id, n: 1, sha256, note, writtenBy: by, countsAgain: false };
    await insertEdition(db, scopeId, first, rules, day);
    return { moduleId: id, edition: 1 };
  }
  const module = await moduleOf(db, scopeId, moduleId);
  if (edition !== undefined && edition !== module.n) {
    throw fail.conflict({
      code: 'module-changed',
      message: 'Somebody wrote a newer edition meanwhile.',
      remedy: 'Open it again and make your change there.',
    });
  }
  const sameRules = module.neededToRun === neededToRun && module.repeatMonths === repeatMonths;
  if (module.sha256 === sha256 && sameRules && !countsAgain && module.retiredAt === null) {
    throw fail.invalid({
      code: 'nothing-changed',
      message: 'Nothing was changed, so there is no new edition.',
      remedy: 'Change something, or leave it as it is.',
    });
  }
  await keepModules(context, [module]);
  const next = { ...lesson, moduleId, n: module.n + 1, sha256, note, writtenBy: by, countsAgain };
  await insertEdition(db, scopeId, next, rules, day);
  return { moduleId, edition: module.n + 1 };
});
