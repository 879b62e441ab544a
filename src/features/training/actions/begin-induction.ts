// Begin somebody's induction list.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { beginInductionRow } from '../induction-queries.ts';
import { adultsOf } from '../people-queries.ts';

export const beginInduction = defineAction({
  name: 'training.beginInduction',
  kind: 'write',
  summary: 'Begin the induction list of somebody who is new.',
  route: 'POST /training/inductions/{personId}',
  scope: 'school',
  who: planners,
  input: z.object({ personId: z.uuid() }),
  output: z.object({}),
  controls: ['training.induction'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async (context, { personId }) => {
  const { db, scopeId, actor, at, now } = context;
  const [adult] = await adultsOf(db, scopeId, dayOf(at), personId);
  if (!adult) throw fail.notFound('person');
  await beginInductionRow(db, scopeId, personId, isPerson(actor) ? actor.personId : null, now);
  context.remark({ people: [personId] });
  return {};
});
