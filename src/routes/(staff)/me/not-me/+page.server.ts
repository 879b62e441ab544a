// "This was not me": a new password, everybody else signed out, access tokens ended, administrators told.
import { redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { shown } from '#surfaces/web/answer.ts';
import { done, fromOf, lockedUntil, wrong } from '../../../answering.ts';
import { backTo } from '../../said.ts';
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
      const { locals, cookies } = event;
      const { session } = locals.me;
      if (!session) redirect(303, '/sign-in?next=/me/not-me');
      const { signIn } = locals.gatepost;
      if (!(await signIn.hasPassword(session.loginId))) {
        await locals.api.people.reportSignIn({});
        await signIn.signOutEverywhere(session.loginId);
        redirect(303, '/sign-in?after=everywhere');
      }
      const [current, next] = [String(input['password'] ?? ''), String(input['newPassword'] ?? '')];
      if (current === '') return wrong('password', 'Type the password you have now.');
      if (next === '') return wrong('newPassword', 'Choose a new password.');
      if (next === current) return wrong('newPassword', 'Choose another one: this is the one that may be known.');
      const words = [locals.actor.kind === 'person' ? locals.actor.name : '', session.email];
      const answer = await signIn.changePassword({ session, current, next, words, ip: fromOf(event).ip });
      switch (answer.kind) {
        case 'changed':
          giveCookies(cookies, answer.cookies);
          await locals.api.people.reportSignIn({});
          return backTo('/me', 'not-me');
        case 'weak':
          return wrong('newPassword', `${answer.problem.message} ${answer.problem.remedy}`);
        case 'locked':
          return wrong('password', lockedUntil(event, answer.until));
        case 'wrong':
          return wrong('password', 'That is not your password.');
        case 'ended':
          return wrong('password', 'Your session has ended. Sign in again.');
      }
    }),
};
