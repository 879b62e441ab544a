// What is on its way to being in force, what was adopted by whom; and sending a draft: `?draft=` and its id.
import { citing } from '../../../clause-refs.ts';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { may } from '#surfaces/web/may.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { sayState } from './say-state.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    const draftId = event.url.searchParams.get('draft');
    const [{ adoptions }, policy, preview, { clauses }] = await Promise.all([
      api.adoption.list({}),
      api.policy.read({}),
      draftId === null ? null : api.adoption.preview({ draftId }),
      api.policy.clauseNames({}),
    ]);
    const maySend = may(gatepost.registry, actor, 'adoption.send');
    const { drafts } = maySend ? await api.drafting.list({}) : { drafts: [] };
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    return {
      said: saidIn(event.url),
      /** Chosen at set-up, and nobody has adopted it. */
      notAdopted: policy.version !== null && policy.version.adopted === null,
      title: policy.title,
      maySend,
      /** Still being written; finished or not is said when one of them is looked at. */
      drafts: drafts.filter(({ state }) => state === 'draft').map(({ id, name }) => ({ id, name })),
      sending: preview && { ...preview, draftId, cited: citing(clauses)(preview.clauses) },
      adoptions: adoptions.map((one) => ({
        id: one.id,
        title: one.title,
        reason: one.reason,
        ...sayState(one, (date) => sayDay(date, today)),
        sent: `${one.sentBy}, ${sayMoment(one.sentAt, ZONE, now)}`,
        version: one.version && `Version ${one.version.n}`,
      })),
    };
  });

export const actions: Actions = {
  send: (event) =>
    done(event, async ({ draftId }) => {
      const { adoptionId } = await event.locals.api.adoption.send({ draftId: String(draftId) });
      backTo(`/policy/adoption/${adoptionId}`, 'adoption-sent');
    }),
};
