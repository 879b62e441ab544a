// Advice, updates and reminders: what goes out to whom how often, when it went out last, and what was forgotten.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo, saidIn } from '../../../said.ts';
import { EVERY, KINDS, targetOptions } from '../../training-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, gatepost } = event.locals;
    const [plan, { clauses }] = await Promise.all([api.training.readPlan({}), api.policy.clauseNames({})]);
    const today = dayIn(nowOf(event), ZONE);
    return {
      said: saidIn(event.url),
      guidance: plan.guidance
        .filter(({ retired }) => !retired)
        .map((one) => ({
          ...one,
          kindWords: KINDS[one.kind],
          everyWords: EVERY[one.every],
          missed: one.missed[0]?.name ?? '',
          lastOn: one.last === null ? '' : sayDay(one.last.issuedOn, today),
        })),
      targets: targetOptions(gatepost.words),
      clauses: citing(clauses)(plan.reminderClauses),
    };
  });

const here = '/training/manage/guidance';

export const actions: Actions = {
  write: (event) =>
    done(event, async (input) => {
      await event.locals.api.training.writeGuidance(input as never);
      backTo(here, 'guidance-written');
    }),
  issue: (event) =>
    done(event, async ({ guidanceId }) => {
      await event.locals.api.training.issueGuidance({ guidanceId: String(guidanceId) });
      backTo(here, 'guidance-issued');
    }),
  retire: (event) =>
    done(event, async ({ guidanceId }) => {
      await event.locals.api.training.retireGuidance({ guidanceId: String(guidanceId) });
      backTo(here, 'guidance-retired');
    }),
};
