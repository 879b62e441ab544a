// One module for those who plan: who is due, the module as it is written, its editions and its figures.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment, sayNearDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo, saidIn } from '../../../said.ts';
import { lessonInput } from '../lesson-input.ts';
import type { Actions, PageServerLoad } from './$types';

const ORDER = { overdue: 0, due: 1, renew: 2, done: 3 } as const;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [progress, { clauses }] = await Promise.all([
      api.training.readProgress({ moduleId: event.params.moduleId }),
      api.policy.clauseNames({}),
    ]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    return {
      said: saidIn(event.url),
      ...progress,
      people: progress.people
        .toSorted((one, other) => ORDER[one.state] - ORDER[other.state])
        .map((one) => ({
          ...one,
          due: one.dueOn === null ? '' : sayNearDay(one.dueOn, today),
          on: one.completedOn === null ? '' : sayDay(one.completedOn, today),
          until: one.until === null ? '' : sayDay(one.until, today),
        })),
      editions: progress.editions.map((one) => ({ ...one, at: sayMoment(one.at, ZONE, now) })),
      facts: progress.facts.map((one) => ({
        ...one,
        dated: sayDay(one.datedOn, today),
        recheck: sayDay(one.recheckOn, today),
      })),
      today,
      clauses: citing(clauses)(progress.clauses),
    };
  });

export const actions: Actions = {
  write: (event) =>
    done(event, async (input) => {
      const { moduleId } = event.params;
      const lesson = lessonInput(input);
      if (typeof lesson === 'string') return wrong('questionsText', lesson, input);
      await event.locals.api.training.writeModule({ ...lesson, moduleId } as never);
      return backTo(`/training/manage/${moduleId}`, 'training-written');
    }),
  retire: (event) =>
    done(event, async () => {
      const { moduleId } = event.params;
      await event.locals.api.training.retireModule({ moduleId });
      backTo('/training/manage', 'training-retired');
    }),
  fact: (event) =>
    done(event, async (input) => {
      const { moduleId } = event.params;
      await event.locals.api.training.addFact({ ...input, moduleId } as never);
      backTo(`/training/manage/${moduleId}`, 'saved');
    }),
  endFact: (event) =>
    done(event, async ({ factId }) => {
      await event.locals.api.training.endFact({ factId: String(factId) });
      backTo(`/training/manage/${event.params.moduleId}`, 'ended');
    }),
};
