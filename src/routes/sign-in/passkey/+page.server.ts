// Signing in by a passkey alone. The form stands on the sign-in page; here it is answered, and offered again when it was wrong.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import { done, fromOf, lockedUntil, wrong } from '../../answering.ts';
import type { Actions, PageServerLoad } from './$types';
import { wantedForSignIn } from './wanted.ts';

export const load: PageServerLoad = async ({ locals, request, url }) => {
  const next = ownPath(url.searchParams.get('next'), '/today');
  if (request.method === 'GET' && locals.actor.kind === 'person') redirect(303, next);
  return { passkey: await wantedForSignIn(locals), next };
};

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const cookieHeader = event.request.headers.get('cookie');
      const answer = await event.locals.gatepost.signIn.signInWithPasskey({
        answer: String(input['answer'] ?? ''),
        cookieHeader,
        ...fromOf(event),
      });
      switch (answer.kind) {
        case 'session':
          giveCookies(event.cookies, answer.cookies);
          redirect(303, ownPath(event.url.searchParams.get('next'), '/today'));
        case 'locked':
          return wrong('passkey', lockedUntil(event, answer.until));
        case 'expired':
          return wrong('passkey', 'That took too long. Try once more.');
        case 'unverified':
          return wrong(
            'passkey',
            'This passkey did not ask for your finger, face or PIN, so it is only the second step. Sign in with your password first.',
          );
        case 'wrong':
          return wrong('passkey', 'Nobody signs in here with that passkey. It may have been taken away.');
      }
    }),
};
