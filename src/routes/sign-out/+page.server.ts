// Ends the session in this browser.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.me.session) redirect(303, '/sign-in');
  return { email: locals.me.session.email };
};

export const actions: Actions = {
  default: async ({ locals, cookies, request }) => {
    const { cookies: given } = await locals.gatepost.signIn.signOut(request.headers.get('cookie'));
    giveCookies(cookies, given);
    redirect(303, '/sign-in?after=signed-out');
  },
};
