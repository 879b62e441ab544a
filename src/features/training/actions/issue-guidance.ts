// Give guidance out now: everybody whom it is for has it to read, and who was given it is on record.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { planners } from '../access.ts';
import { guidanceOf, issue } from '../guidance.ts';
import { holdModules } from '../module-queries.ts';
import { moduleIdSchema } from '../module-id.ts';

export const issueGuidance = defineAction({
  name: 'training.issueGuidance',
  kind: 'write',
  summary: 'Give advice, an update or a reminder out to everybody whom it is for.',
  route: 'POST /training/guidance/{guidanceId}/issue',
  scope: 'school',
  who: planners,
  input: z.object({ guidanceId: moduleIdSchema }),
  output: z.object({ issueId: z.string(), given: z.number() }),
  errors: ['guidance-retired'],
  controls: ['training.reminders'],
  about: ({ guidanceId }, { issueId, given }) => ({ guidance: guidanceId, issue: issueId, given }),
}).handle(async (context, { guidanceId }) => {
  const { db, scopeId, actor } = context;
  await holdModules(db, scopeId);
  const guidance = (await guidanceOf(context)).find(({ id }) => id === guidanceId);
  if (!guidance) throw fail.notFound('guidance');
  if (guidance.retired) {
    throw fail.conflict({
      code: 'guidance-retired',
      message: 'This is not given out any more.',
      remedy: 'Change it first; that takes it up again.',
    });
  }
  context.remark({ clauses: (await context.policy()).clausesOf('training.reminders') });
  return issue(context, guidance, isPerson(actor) ? actor.personId : null);
});
