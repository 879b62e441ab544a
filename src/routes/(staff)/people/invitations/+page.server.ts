// Who has not come yet, and inviting many of them at once.
import { error, redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The kind of person in the address, where it is one of those who work here. */
function kindIn({ locals, url }: RequestEvent) {
  const kind = locals.gatepost.words.workingTypes.find(({ value }) => value === url.searchParams.get('type'));
  return kind ? { type: kind.value } : {};
}

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { api, actor, gatepost } = locals;
    if (!may(gatepost.registry, actor, 'people.listNotCome')) error(403);
    const now = nowOf(event);
    const said = (instant: string | null) => (instant === null ? null : sayMoment(instant, ZONE, now));
    const kind = url.searchParams.get('type') ?? '';
    const { people, total, hasMail, rounds } = await api.people.listNotCome(kindIn(event));
    const labels = new Map(gatepost.words.types.map(({ value, label }) => [value as string, label]));
    return {
      kind,
      kinds: gatepost.words.workingTypes,
      people: people.map((one) => ({
        ...one,
        is: gatepost.words
          .mostExact(one.types)
          .map((type) => labels.get(type) ?? type)
          .join(', '),
        invited: said(one.invitedAt),
        until: said(one.expiresAt),
      })),
      total,
      hasMail,
      rounds: rounds.map((one) => ({ ...one, asked: said(one.askedAt) })),
    };
  });

export const actions: Actions = {
  invite: (event) =>
    done(event, async ({ way, whom, personIds = [] }) => {
      const chosen = whom === 'everybody' ? kindIn(event) : { personIds: personIds as string[] };
      const { roundId } = await event.locals.api.people.inviteMany({ way: way as 'mail' | 'paper', ...chosen });
      redirect(303, `/people/invitations/${roundId}`);
    }),
};
