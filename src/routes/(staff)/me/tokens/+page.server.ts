// One's own access tokens: made, shown once, listed, taken back.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const now = nowOf(event);
    const { tokens } = await locals.api.people.listTokens({});
    return {
      said: saidIn(url),
      scopes: locals.gatepost.words.tokenScopes,
      tokens: tokens.map((one) => ({
        ...one,
        made: sayMoment(one.createdAt, ZONE, now),
        until: sayMoment(one.expiresAt, ZONE, now),
      })),
    };
  });

export const actions: Actions = {
  make: (event) =>
    done(event, async ({ name = '', scopes = [], days = 90 }) => {
      const { api } = event.locals;
      const made = await api.people.makeToken({ name, scopes, days } as never);
      return { made: { token: made.token, until: sayMoment(made.expiresAt, ZONE, nowOf(event)) } };
    }),
  revoke: (event) =>
    done(event, async ({ tokenId }) => {
      await event.locals.api.people.revokeToken({ tokenId: String(tokenId) });
      backTo('/me/tokens', 'revoked');
    }),
};
