// Programmes: each module with how far everybody is, to whom it is given and by when.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayNearDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { backTo, saidIn } from '../../said.ts';
import { targetOptions } from '../training-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, gatepost } = event.locals;
    const [plan, { clauses }] = await Promise.all([api.training.readPlan({}), api.policy.clauseNames({})]);
    const today = dayIn(nowOf(event), ZONE);
    return {
      said: saidIn(event.url),
      adults: plan.adults,
      kindNotSaid: plan.kindNotSaid,
      modules: plan.modules,
      assignments: plan.assignments.map((one) => ({ ...one, due: sayNearDay(one.dueOn, today) })),
      oldFacts: plan.oldFacts.map((one) => ({ ...one, recheck: sayDay(one.recheckOn, today) })),
      late: plan.guidance
        .filter(({ late }) => late)
        .map(({ id, title, missed }) => ({ id, title, term: missed[0]?.name ?? '' })),
      targets: targetOptions(gatepost.words),
      clauses: citing(clauses)(plan.clauses),
      chosen: event.url.searchParams.get('module') ?? '',
      earliest: today,
    };
  });

export const actions: Actions = {
  assign: (event) =>
    done(event, async (input) => {
      await event.locals.api.training.assign(input as never);
      backTo('/training/manage', 'training-given');
    }),
  end: (event) =>
    done(event, async ({ assignmentId }) => {
      await event.locals.api.training.endAssignment({ assignmentId: String(assignmentId) });
      backTo('/training/manage', 'training-ended');
    }),
};
