// Putting the newest version into practice: the list, and the headteacher’s look at how the policy is kept.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/policy/implementation';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ clauses: names }, found] = await Promise.all([
      api.policy.clauseNames({}),
      api.reviews.readImplementation({}),
    ]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    return {
      said: saidIn(event.url),
      clauses: citing(names)(found.clauses),
      version: found.version && { ...found.version, from: sayDay(found.version.effectiveOn, today) },
      items: found.items,
      open: found.items.filter(({ isDone }) => !isDone).length,
      owners: found.owners,
      look: found.look && {
        ...found.look,
        day: sayDay(found.look.dueOn, today),
        consultation: found.look.consultation && {
          ...found.look.consultation,
          at: sayMoment(found.look.consultation.at, ZONE, now),
        },
        closed: found.look.closed && { ...found.look.closed, at: sayMoment(found.look.closed.at, ZONE, now) },
      },
      may: found.may,
    };
  });

export const actions: Actions = {
  tick: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.tickOffItem(input as never);
      backTo(HERE, 'saved');
    }),
  owner: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.takeOnItem(input as never);
      backTo(HERE, 'saved');
    }),
  consult: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.noteConsultation(input as never);
      backTo(HERE, 'saved');
    }),
  close: (event) =>
    done(event, async (input) => {
      await event.locals.api.reviews.closeImplementation(input as never);
      backTo(HERE, 'look-closed');
    }),
};
