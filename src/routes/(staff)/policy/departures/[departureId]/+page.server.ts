// One departure: what was told, what was said since, and the decision for whoever makes it.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo, saidIn } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';
import { STATE_WORDS } from '../departure-words.ts';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [departure, { clauses }] = await Promise.all([
      api.departures.read({ departureId: event.params.departureId }),
      api.policy.clauseNames({}),
    ]);
    const cite = citing(clauses);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    return {
      said: saidIn(event.url),
      departure: {
        ...departure,
        ...STATE_WORDS[departure.state],
        clause: cite([departure.clauseId])[0] ?? null,
        rests: cite(departure.clauses),
        when: sayMoment(departure.happensAt, ZONE, now),
        asked: departure.untilOn === null ? null : sayDay(departure.untilOn, today),
        permitted: departure.permittedUntil === null ? null : sayDay(departure.permittedUntil, today),
        opened: { iso: departure.openedAt, text: sayMoment(departure.openedAt, ZONE, now) },
        said: departure.said.map((one) => ({ ...one, at: { iso: one.at, text: sayMoment(one.at, ZONE, now) } })),
        decider: listed(departure.deciders, 'or'),
      },
      today,
    };
  });

export const actions: Actions = {
  decide: (event) =>
    done(event, async (input) => {
      const { departureId } = event.params;
      const answer = String(input['answer'] ?? '') as 'accept' | 'question' | 'refer' | 'decline';
      const of = (field: string) => String(input[field] ?? '');
      const until = of('until');
      await event.locals.api.departures.decide({
        departureId,
        answer,
        hash: of('hash'),
        note: of(`note-${answer}`),
        referTo: answer === 'refer' ? of('referTo') : '',
        until: answer === 'accept' && until !== '' ? until : null,
      });
      return backTo(`/policy/departures/${departureId}`, 'departure-decided');
    }),
  reply: (event) =>
    done(event, async ({ words = '' }) => {
      const { departureId } = event.params;
      await event.locals.api.departures.reply({ departureId, words: String(words) });
      return backTo(`/policy/departures/${departureId}`, 'departure-replied');
    }),
  withdraw: (event) =>
    done(event, async () => {
      const { departureId } = event.params;
      await event.locals.api.departures.withdraw({ departureId });
      return backTo(`/policy/departures/${departureId}`, 'departure-withdrawn');
    }),
};
