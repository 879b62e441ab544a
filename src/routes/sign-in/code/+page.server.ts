// The second step of signing in: the code from the authenticator app.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import { done, fromOf, lockedUntil, wrong } from '../../answering.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.actor.kind === 'person') redirect(303, ownPath(url.searchParams.get('next'), '/today'));
};

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const code = String(input['code'] ?? '').replaceAll(/\s/g, '');
      if (!/^\d{6}$/.test(code)) return wrong('code', 'The code has six figures.', input);
      const cookieHeader = event.request.headers.get('cookie');
      const answer = await event.locals.gatepost.signIn.verifyTotp({ cookieHeader, code, ...fromOf(event) });
      const next = ownPath(event.url.searchParams.get('next'), '/today');
      switch (answer.kind) {
        case 'session':
          giveCookies(event.cookies, answer.cookies);
          redirect(303, next);
        case 'expired':
          redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
        case 'locked':
          return wrong('code', lockedUntil(event, answer.until), input);
        case 'wrong':
          return wrong(
            'code',
            'That code is not right. Each one works once, for half a minute: wait for the next one and type that.',
            input,
          );
      }
    }),
};
