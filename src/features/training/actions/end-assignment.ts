// Take back what was given out: nobody has it to do any more. What was completed stays.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { planners } from '../access.ts';
import { endAssignmentRow } from '../completion-queries.ts';

export const endAssignment = defineAction({
  name: 'training.endAssignment',
  kind: 'write',
  summary: 'Take back a training module that was given to a group.',
  route: 'POST /training/assignments/{assignmentId}/end',
  scope: 'school',
  who: planners,
  input: z.object({ assignmentId: z.uuid() }),
  output: z.object({}),
  controls: ['training.programme'],
  about: ({ assignmentId }) => ({ assignment: assignmentId }),
}).handle(async ({ db, scopeId, actor, now }, { assignmentId }) => {
  const by = isPerson(actor) ? actor.personId : null;
  if (!(await endAssignmentRow(db, scopeId, assignmentId, by, now))) throw fail.notFound('assignment');
  return {};
});
