// How far many invitations are, who could not be invited and why, and the slips to hand out.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const round = await event.locals.api.people.readRound({ roundId: event.params.round });
    return { id: event.params.round, round: { ...round, since: sayMoment(round.askedAt, ZONE, nowOf(event)) } };
  });

export const actions: Actions = {
  slips: (event) =>
    done(event, async () => {
      const { locals, params } = event;
      const { slips, left } = await locals.api.people.printSlips({ roundId: params.round });
      const now = nowOf(event);
      return {
        left,
        slips: slips.map(({ token, expiresAt, ...who }) => ({
          ...who,
          address: `${locals.gatepost.origin}/join/${token}`,
          until: sayMoment(expiresAt, ZONE, now),
        })),
      };
    }),
};
