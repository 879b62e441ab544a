// Accepting an invitation: with a password of one's own, or with the login one has from another school.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, fromOf, nowOf, wrong, ZONE } from '../../answering.ts';
import { SCHOOL_COOKIE, schoolCookie } from '../../school-cookie.ts';
import { waysIn } from '../../sign-in/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params } = event;
    const { doors } = locals.gatepost;
    const link = await doors.openLink(params.token, 'join');
    const offered = await doors.providers.offeredFor(params.token);
    const until = sayMoment(link.expiresAt, ZONE, nowOf(event));
    const ways = waysIn(offered, { join: params.token }, 'Join with');
    return { ...link, ways, until, signedInAs: locals.me.session?.email ?? null };
  });

export const actions: Actions = {
  password: (event) =>
    done(event, async (input) => {
      const { locals, params, cookies } = event;
      const password = String(input['password'] ?? '');
      if (password === '') return wrong('password', 'Choose a password.');
      const joined = await locals.gatepost.doors.joinWithPassword(params.token, password, fromOf(event));
      giveCookies(cookies, joined.cookies);
      cookies.set(SCHOOL_COOKIE, joined.schoolId, schoolCookie(event.url));
      redirect(303, '/today');
    }),
  login: (event) =>
    done(event, async () => {
      const { locals, params, cookies } = event;
      const { session } = locals.me;
      if (!session) redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
      const { schoolId } = await locals.gatepost.doors.joinSignedIn(params.token, session);
      cookies.set(SCHOOL_COOKIE, schoolId, schoolCookie(event.url));
      redirect(303, '/today');
    }),
};
