// Stop giving a module of the school's own. What was completed stays on record.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { planners } from '../access.ts';
import { moduleIdSchema } from '../module-id.ts';
import { setRetired } from '../module-queries.ts';
import { moduleOf } from '../modules.ts';

export const retireModule = defineAction({
  name: 'training.retireModule',
  kind: 'write',
  summary: 'Stop giving a module of the school’s own; what was completed stays on record.',
  route: 'POST /training/modules/{moduleId}/retire',
  scope: 'school',
  who: planners,
  input: z.object({ moduleId: moduleIdSchema }),
  output: z.object({}),
  errors: ['module-of-policy'],
  controls: ['training.programme'],
  about: ({ moduleId }) => ({ module: moduleId }),
}).handle(async ({ db, scopeId, now }, { moduleId }) => {
  const module = await moduleOf(db, scopeId, moduleId);
  if (module.started) {
    throw fail.conflict({
      code: 'module-of-policy',
      message: `“${module.title}” belongs to the training that a policy can name.`,
      remedy: 'Whether it is asked for is said by the setting “Which training is there?” and by what you give out.',
    });
  }
  await setRetired(db, scopeId, moduleId, now);
  return {};
});
