// Complete a module: its answers are graded here; without questions, having read it is what is recorded.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import { insertCompletions } from '../completion-queries.ts';
import { grade } from '../grade.ts';
import { moduleIdSchema } from '../module-id.ts';
import { keepModules, moduleOf } from '../modules.ts';

export const completeModule = defineAction({
  name: 'training.complete',
  kind: 'write',
  summary: 'Complete a training module, answering its questions where it has any.',
  route: 'POST /training/modules/{moduleId}/complete',
  scope: 'school',
  who: anySignedIn,
  perMinute: 12,
  input: z.object({
    moduleId: moduleIdSchema,
    edition: z.coerce.number().int().describe('The edition that was read'),
    answers: z
      .array(z.coerce.number().int().min(-1).max(5))
      .max(20)
      .default([])
      .describe('The chosen answer of each question, counted from 0; -1 = none'),
  }),
  output: z.object({
    passed: z.boolean(),
    score: z.number().nullable().describe('Right answers in per cent; null where nothing is asked'),
    needed: z.number(),
    wrong: z.array(z.number()).readonly().describe('Questions to look at again, counted from 0'),
  }),
  errors: ['module-changed', 'module-retired'],
  controls: ['training.records', 'training.programme'],
  about: ({ moduleId, edition }, { passed, score }) => ({ module: moduleId, edition, passed, score }),
}).handle(async (context, { moduleId, edition, answers }) => {
  const { db, scopeId, personId, at, now, newId } = context;
  const module = await moduleOf(db, scopeId, moduleId);
  if (module.retiredAt !== null) {
    throw fail.conflict({
      code: 'module-retired',
      message: 'This training is not given any more.',
      remedy: 'See “My training” for what is asked of you.',
    });
  }
  if (module.n !== edition) {
    throw fail.conflict({
      code: 'module-changed',
      message: 'This training was changed after you opened it.',
      remedy: 'Read it again, then answer.',
    });
  }
  const { passed, score, wrong } = grade(module.questions, module.passMark, answers);
  const answer = { passed, score, needed: module.questions.length === 0 ? 0 : module.passMark, wrong };
  if (!passed) return answer;
  await keepModules(context, [module]);
  const done = {
    id: newId(),
    personId,
    moduleId,
    edition,
    how: score === null ? ('read' as const) : ('quiz' as const),
    score,
    completedOn: dayOf(at),
    statedEnd: null,
  };
  await insertCompletions(db, scopeId, [done], personId, now);
  context.remark({ people: [personId], clauses: (await context.policy()).clausesOf('training.records') });
  return answer;
});
