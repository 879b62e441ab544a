// One module: its page, and its questions, graded on the server.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayNearDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [module, { clauses }] = await Promise.all([
      api.training.readModule({ moduleId: event.params.moduleId }),
      api.policy.clauseNames({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    const { mine } = module;
    return {
      said: saidIn(event.url),
      ...module,
      facts: module.facts.map((one) => ({
        ...one,
        dated: sayDay(one.datedOn, today),
        recheck: sayDay(one.recheckOn, today),
      })),
      mine: {
        ...mine,
        on: mine.completedOn === null ? '' : sayDay(mine.completedOn, today),
        until: mine.until === null ? '' : sayDay(mine.until, today),
        due: mine.dueOn === null ? '' : sayNearDay(mine.dueOn, today),
      },
      clauses: citing(clauses)(module.clauses),
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async ({ edition, answers = [] }) => {
      const { moduleId } = event.params;
      const graded = await event.locals.api.training.complete({
        moduleId,
        edition: Number(edition),
        answers: answers as number[],
      });
      if (graded.passed) backTo('/training', 'training-done');
      return { graded, given: answers as number[] };
    }),
};
