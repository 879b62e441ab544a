// Shows once more who is at the keyboard, before something that wants it fresh; then back to where that was.
import { redirect } from '@sveltejs/kit';
import { toSignIn } from '#surfaces/web/answer.ts';
import { ownPath } from '#surfaces/web/own-path.ts';
import { confirmed, done, wrong } from '../answering.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const { session } = locals.me;
  if (!session) toSignIn({ url });
  return { hasApp: session?.hasSecondFactor === true, next: ownPath(url.searchParams.get('next'), '/today') };
};

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const shown = String(input['password'] ?? input['code'] ?? '');
      if (shown.trim() === '') return wrong('shown', 'Fill this in.');
      const why = await confirmed(event, shown);
      if (why !== null) return wrong('shown', why);
      redirect(303, ownPath(event.url.searchParams.get('next'), '/today'));
    }),
};
