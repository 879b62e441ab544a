// "This was not me": a new password, everybody else signed out, access tokens ended, administrators told.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { done, wrong } from '../../../answering.ts';
import { backTo } from '../../said.ts';
import { changePassword } from '../change-password.ts';
import { saySessions } from '../say-sessions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { session } = event.locals.me;
    if (!session) redirect(303, '/sign-in?next=/me/not-me');
    return {
      signInEmail: session.email,
      hasPassword: await event.locals.gatepost.signIn.hasPassword(session.loginId),
      sessions: await saySessions(event, session),
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { locals } = event;
      const { session } = locals.me;
      if (!session) redirect(303, '/sign-in?next=/me/not-me');
      const { signIn } = locals.gatepost;
      if (!(await signIn.hasPassword(session.loginId))) {
        await locals.api.people.reportSignIn({});
        await signIn.signOutEverywhere(session.loginId);
        redirect(303, '/sign-in?after=everywhere');
      }
      if (input['newPassword'] && input['newPassword'] === input['password'])
        return wrong('newPassword', 'Choose another one: this is the one that may be known.');
      const refused = await changePassword(event, session, input);
      if (refused) return refused;
      await locals.api.people.reportSignIn({});
      return backTo('/me', 'not-me');
    }),
};
