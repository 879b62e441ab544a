// The accounts at Google, Microsoft or the like by which one signs in: joined, listed, parted.
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, fromOf, isFresh, notFresh, nowOf, wrong, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

const FRESH_MINUTES = 15;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { gatepost, me } = locals;
    const now = nowOf(event);
    const loginId = me.session?.loginId;
    const [offered, own] = await Promise.all([
      gatepost.doors.providers.offeredTo(me),
      loginId === undefined ? [] : gatepost.signIn.providers.linked(loginId),
    ]);
    const label = new Map(offered.map((one) => [one.id, one.label]));
    return {
      said: saidIn(url),
      offered: offered.map(({ id, label: words }) => ({ id, label: words })),
      accounts: own.map((one) => ({
        key: `${one.issuer} ${one.subject}`,
        provider: label.get(one.providerId) ?? new URL(one.issuer).host,
        email: one.email,
        since: sayMoment(one.linkedAt.toString(), ZONE, now),
        used: sayMoment(one.lastUsedAt.toString(), ZONE, now),
      })),
    };
  });

export const actions: Actions = {
  // A form may not lead to another site, so the last step is a link: it stands on the page that comes back.
  join: (event) =>
    done(event, async ({ providerId }) => {
      const { locals, cookies } = event;
      const left = await locals.gatepost.doors.providers.toLink(String(providerId), {
        ...locals.me,
        actor: locals.actor,
      });
      if (left.kind === 'refused') return wrong('providerId', `${left.message} ${left.remedy}`);
      giveCookies(cookies, left.cookies);
      return { onward: left.address };
    }),
  part: (event) =>
    done(event, async ({ account }) => {
      const { session } = event.locals.me;
      if (!session) return;
      if (!isFresh(event, FRESH_MINUTES)) return notFresh({ account });
      const [issuer = '', subject = ''] = String(account).split(' ', 2);
      const { loginId } = session;
      const { ip } = fromOf(event);
      const parted = await event.locals.gatepost.signIn.providers.unlink({ loginId, issuer, subject, ip });
      if (parted === 'last')
        return wrong(
          'account',
          'You have no password, so this is your only way in. Ask for a recovery link, choose a password with it, and then part them.',
        );
      backTo('/me/sign-in', 'provider-parted');
    }),
};
