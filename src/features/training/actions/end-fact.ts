// Take a figure out of a module. It stays on record.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { planners } from '../access.ts';
import { endFact as putAside } from '../fact-queries.ts';

export const endFact = defineAction({
  name: 'training.endFact',
  kind: 'write',
  summary: 'Take a figure out of a training module.',
  route: 'POST /training/facts/{factId}/end',
  scope: 'school',
  who: planners,
  input: z.object({ factId: z.uuid() }),
  output: z.object({}),
  controls: ['training.sourced-facts'],
  about: ({ factId }) => ({ fact: factId }),
}).handle(async ({ db, scopeId, now }, { factId }) => {
  if (!(await putAside(db, scopeId, factId, now))) throw fail.notFound('figure');
  return {};
});
