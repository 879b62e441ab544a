// Signing in: the password first; whoever has a second factor is asked for it next. A passkey does both in one.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import { done, fromOf, lockedUntil, wrong } from '../answering.ts';
import { wantedForSignIn } from './passkey/wanted.ts';
import { waysIn } from './ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
  const next = ownPath(url.searchParams.get('next'), '/today');
  // A form that was sent is answered here, with what was wrong, whoever was signed in before.
  const session = request.method === 'GET' ? locals.me.session : null;
  if (session && (locals.actor.kind === 'person' || locals.me.leads.length > 0)) redirect(303, next);
  return {
    ways: waysIn(await locals.gatepost.doors.providers.offered(), { next }),
    after: url.searchParams.get('after'),
    passkey: await wantedForSignIn(locals),
    next,
    // Signed in, but no longer anybody at any school or trust.
    strandedAs: session?.email ?? null,
  };
};

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { email = '', password = '' } = input as { email?: string; password?: string };
      if (email.trim() === '') return wrong('email', 'Type your e-mail address.', input);
      if (password === '') return wrong('password', 'Type your password.', input);
      const cookieHeader = event.request.headers.get('cookie');
      const answer = await event.locals.gatepost.signIn.signIn({ email, password, cookieHeader, ...fromOf(event) });
      const next = ownPath(event.url.searchParams.get('next'), '/today');
      switch (answer.kind) {
        case 'session':
          giveCookies(event.cookies, answer.cookies);
          redirect(303, next);
        case 'second-factor':
          giveCookies(event.cookies, answer.cookies);
          redirect(303, `/sign-in/code?next=${encodeURIComponent(next)}`);
        case 'locked':
          return wrong('email', lockedUntil(event, answer.until), input);
        case 'wrong':
          return wrong('password', 'That e-mail address and password do not go together.', input);
      }
    }),
};
