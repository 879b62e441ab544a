// Inductions: who is new, what has been done with each, who held the talk and when.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo, saidIn } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor } = event.locals;
    const [list, { clauses }] = await Promise.all([api.training.listInductions({}), api.policy.clauseNames({})]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    return {
      said: saidIn(event.url),
      today,
      me: actor.kind === 'person' ? actor.name : '',
      newHere: list.newHere,
      others: list.others,
      inductions: list.inductions.map((one) => ({
        ...one,
        completed: one.completedAt === null ? '' : sayMoment(one.completedAt, ZONE, now),
        points: one.points.map((point) => ({
          ...point,
          held: point.heldOn === '' ? '' : sayDay(point.heldOn, today),
        })),
      })),
      clauses: citing(clauses)(list.clauses),
    };
  });

const here = '/training/manage/induction';

export const actions: Actions = {
  begin: (event) =>
    done(event, async ({ personId }) => {
      await event.locals.api.training.beginInduction({ personId: String(personId) });
      backTo(`${here}`, 'saved');
    }),
  note: (event) =>
    done(event, async (input) => {
      await event.locals.api.training.noteInductionPoint(input as never);
      backTo(here, 'induction-noted');
    }),
  complete: (event) =>
    done(event, async ({ personId }) => {
      await event.locals.api.training.completeInduction({ personId: String(personId) });
      backTo(here, 'induction-done');
    }),
};
