// Write down what Gatepost cannot see by itself: reach, whether objectives were met, which kinds of post serve teaching.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { backTo } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

const HEALTH = '/policy/health';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { benefit, mayNote } = await event.locals.api.evidence.readHealth({});
    return {
      mayNote,
      today: dayIn(nowOf(event), ZONE),
      accounts: benefit.accounts.map(({ accountId, name }) => ({ value: accountId, label: name })),
      kinds: benefit.kinds.filter(({ kind }) => kind !== ''),
      objectives: [
        ...new Set(benefit.accounts.flatMap(({ objectives }) => objectives.map(({ objective }) => objective))),
      ],
    };
  });

export const actions: Actions = {
  reach: (event) =>
    done(event, async (input) => {
      await event.locals.api.evidence.noteReach(input as never);
      backTo(HEALTH, 'saved');
    }),
  judge: (event) =>
    done(event, async (input) => {
      await event.locals.api.evidence.judgeObjective(input as never);
      backTo(HEALTH, 'saved');
    }),
  teaching: (event) =>
    done(event, async ({ kinds = [] }) => {
      await event.locals.api.evidence.chooseTeaching({ kinds: kinds as string[] });
      backTo(HEALTH, 'saved');
    }),
};
