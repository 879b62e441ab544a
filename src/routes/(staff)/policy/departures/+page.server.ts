// Departures from the policy: those that I told of, and those that wait for me or were decided here.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { saidIn } from '../../said.ts';
import type { PageServerLoad } from './$types';
import { STATE_WORDS } from './departure-words.ts';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const before = event.url.searchParams.get('before') ?? '';
    const [{ allowed, deciders, departures, moreWaiting, next }, { clauses }] = await Promise.all([
      api.departures.list(before === '' ? {} : { before }),
      api.policy.clauseNames({}),
    ]);
    const cite = citing(clauses);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const rows = departures.map((one) => ({
      id: one.id,
      clause: cite([one.clauseId])[0] ?? null,
      action: one.action,
      openedBy: one.openedBy,
      mine: one.mine,
      mayDecide: one.mayDecide,
      when: `${one.kind === 'beforehand' ? 'To happen' : 'Happened'} ${sayMoment(one.happensAt, ZONE, now)}`,
      until: one.permittedUntil === null ? '' : `Leave until ${sayDay(one.permittedUntil, today)}`,
      ...STATE_WORDS[one.state],
    }));
    return {
      said: saidIn(event.url),
      allowed: { value: allowed.value, clauses: cite(allowed.clauses) },
      decider: deciders.length > 0 ? listed(deciders, 'or') : null,
      waiting: rows.filter(({ mayDecide }) => mayDecide).toReversed(),
      mine: rows.filter(({ mine }) => mine),
      others: rows.filter(({ mine, mayDecide }) => !mine && !mayDecide),
      moreWaiting,
      first: before === '' ? null : '/policy/departures',
      older: next === null ? null : `/policy/departures?before=${next}`,
    };
  });
