// Complete somebody's induction. Without the talk about social media it is not complete, whoever says so.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { mustBeOfOthers, planners } from '../access.ts';
import { completeInductionRow, lockedInduction, pointRows } from '../induction-queries.ts';
import { inductionPoints } from '../starting/induction.ts';

export const completeInduction = defineAction({
  name: 'training.completeInduction',
  kind: 'write',
  summary: 'Mark an induction as complete; refused without the talk about social media.',
  route: 'POST /training/inductions/{personId}/complete',
  scope: 'school',
  who: planners,
  input: z.object({ personId: z.uuid() }),
  output: z.object({ leftOut: z.array(z.string()).describe('Points that were not noted') }),
  errors: ['not-your-own', 'talk-missing', 'induction-completed'],
  controls: ['training.induction'],
  about: ({ personId }, { leftOut }) => ({ person: personId, leftOut }),
}).handle(async (context, { personId }) => {
  const { db, scopeId, actor, now } = context;
  mustBeOfOthers(actor, [personId], 'personId');
  const induction = await lockedInduction(db, scopeId, personId);
  if (!induction) throw fail.notFound('induction');
  if (induction.completed_at !== null)
    throw fail.conflict({ code: 'induction-completed', message: 'This induction is completed already.' });
  const noted = new Set((await pointRows(db, scopeId, [personId])).map(({ point }) => point));
  const open = inductionPoints.filter(({ id }) => !noted.has(id));
  const clauses = (await context.policy()).clausesOf('training.induction');
  const missing = open.find(({ required }) => required);
  if (missing) {
    throw fail.refused({
      code: 'talk-missing',
      message: `The induction is not complete without this: ${missing.title}.`,
      remedy: 'Hold the talk, note who held it and when, then complete the induction.',
      clauses,
    });
  }
  await completeInductionRow(db, scopeId, personId, isPerson(actor) ? actor.personId : null, now);
  context.remark({ people: [personId], clauses });
  return { leftOut: open.map(({ id }) => id) };
});
