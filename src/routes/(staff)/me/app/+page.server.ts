// Joining an authenticator app: a drawing to point the telephone at, the same as letters, and a first code to show it works.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { qrCode } from '#surfaces/web/qr-code.ts';
import { done, fromOf, isFresh, lockedUntil, notFresh, wrong } from '../../../answering.ts';
import { backTo } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

/** Before the drawing is shown: whoever copies it has the second factor. */
const SHOWN_MINUTES = 10;
/** With the first code: the password, or the factor there is. At a provider it is shown in another tab. */
const FRESH_MINUTES = 1;
const BY_PROVIDER_MINUTES = 10;

export const load: PageServerLoad = async (event) => {
  const { locals } = event;
  const { session } = locals.me;
  if (!session) redirect(303, '/sign-in?next=/me/app');
  if (session.hasApp) redirect(303, '/me');
  const { actor } = locals;
  const mustJoin = actor.kind === 'person' && actor.factorMissing === true;
  const trust = locals.me.leads.find((lead) => lead.actor.factorMissing)?.trustName ?? null;
  const known = { mustJoin, trust, passkeysWork: locals.gatepost.signIn.passkeysWork };
  if (!isFresh(event, SHOWN_MINUTES)) return { ...known, seed: null };
  const start = await locals.gatepost.signIn.beginTotp(session.loginId);
  if (start.kind === 'already-on') redirect(303, '/me');
  return { ...known, seed: { qr: qrCode(start.uri), letters: start.secret.replace(/(.{4})(?=.)/g, '$1 ') } };
};

export const actions: Actions = {
  prove: (event) => done(event, async () => (isFresh(event, 1) ? redirect(303, '/me/app') : notFresh())),
  join: (event) =>
    done(event, async (input) => {
      const { session } = event.locals.me;
      if (!session) redirect(303, '/sign-in?next=/me/app');
      const code = String(input['code'] ?? '').replaceAll(/\s/g, '');
      if (!/^\d{6}$/.test(code)) return wrong('code', 'The code has six figures.');
      // Whoever finds a session left open must not be able to join their own telephone to it.
      if (!isFresh(event, session.byProvider ? BY_PROVIDER_MINUTES : FRESH_MINUTES)) return notFresh();
      const answer = await event.locals.gatepost.signIn.confirmTotp({ session, code, ip: fromOf(event).ip });
      switch (answer.kind) {
        case 'shown':
          giveCookies(event.cookies, answer.cookies);
          return session.hasSecondFactor ? backTo('/me', 'app-on') : backTo('/me/recovery-codes', 'app-on');
        case 'locked':
          return wrong('code', lockedUntil(event, answer.until));
        case 'ended':
          return redirect(303, '/sign-in?next=/me/app');
        case 'none-started':
          return wrong(
            'code',
            'That took too long, so the drawing has been made anew. Point your app at it once more.',
          );
        case 'wrong':
          return wrong(
            'code',
            'That code is not right. Check that the telephone’s clock is right, wait for the next code and type that.',
          );
      }
    }),
};
