// Ten codes for the day when telephone and passkeys are lost: made, shown once, printed.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { sayDay, dayIn, sayMoment } from '#surfaces/web/say-time.ts';
import { done, isFresh, notFresh, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

const FRESH_MINUTES = 15;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { session } = locals.me;
    if (!session) redirect(303, '/sign-in?next=/me/recovery-codes');
    const codes = await locals.gatepost.signIn.recoveryCodes(session.loginId);
    const now = nowOf(event);
    return {
      said: saidIn(url),
      mustProve: !isFresh(event, FRESH_MINUTES),
      hasFactor: session.hasSecondFactor,
      email: session.email,
      today: sayDay(dayIn(now, ZONE), dayIn(now, ZONE)),
      left: codes === null ? null : { count: codes.left, made: sayMoment(codes.madeAt.toString(), ZONE, now) },
    };
  });

export const actions: Actions = {
  prove: (event) => done(event, async () => (isFresh(event, 1) ? backTo('/me/recovery-codes', 'proved') : notFresh())),
  make: (event) =>
    done(event, async () => {
      const { session } = event.locals.me;
      if (!session) redirect(303, '/sign-in?next=/me/recovery-codes');
      if (!isFresh(event, FRESH_MINUTES)) return notFresh();
      return { codes: await event.locals.gatepost.signIn.makeRecoveryCodes(session.loginId) };
    }),
};
