// Tell of a departure from the policy: clause, time, action and reason, before or after the event.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { dayIn } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ allowed, deciders }, { clauses }] = await Promise.all([
      api.departures.list({}),
      api.policy.clauseNames({}),
    ]);
    const cite = citing(clauses);
    const asked = event.url.searchParams.get('clause') ?? '';
    return {
      today: dayIn(nowOf(event), ZONE),
      clauseId: clauses[asked] ? asked : '',
      clauses: Object.entries(clauses)
        .filter(([id, { own }]) => own || id === asked)
        .map(([id, { number, title }]) => ({ value: id, label: `${number} ${title}` })),
      allowed: { value: allowed.value, clauses: cite(allowed.clauses) },
      decider: deciders.length > 0 ? listed(deciders, 'or') : null,
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { departureId } = await event.locals.api.departures.open(
        input as Parameters<typeof event.locals.api.departures.open>[0],
      );
      return backTo(`/policy/departures/${departureId}`, 'departure-told');
    }),
};
