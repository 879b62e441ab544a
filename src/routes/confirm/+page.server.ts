// Shows once more who is at the keyboard, before something that wants it fresh; then back to where that was.
import { redirect } from '@sveltejs/kit';
import { toSignIn } from '#surfaces/web/answer.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import { done, passkeyAgain, wrong } from '../answering.ts';
import { waysIn } from '../sign-in/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { session } = locals.me;
  if (!session) toSignIn({ url });
  const next = ownPath(url.searchParams.get('next'), '/today');
  const own = await locals.gatepost.doors.providers.ownOf(locals.me);
  return {
    ways: waysIn(own, { for: 'confirm', next }, 'Show it with'),
    hasApp: session?.hasApp === true,
    passkey: await passkeyAgain(locals),
    next,
  };
};

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      // What was shown has been looked at by `done`: a form without it shows nothing.
      if (input['proof'] === undefined) return wrong('proof', 'Fill this in.');
      redirect(303, ownPath(event.url.searchParams.get('next'), '/today'));
    }),
};
