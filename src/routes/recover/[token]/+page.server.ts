// A new password, by the link that an administrator handed over.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../answering.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { name, email, school, expiresAt } = await event.locals.gatepost.doors.openLink(
      event.params.token,
      'recover',
    );
    return { name, email, school, until: sayMoment(expiresAt, ZONE, nowOf(event)) };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const password = String(input['password'] ?? '');
      if (password === '') return wrong('password', 'Choose a password.');
      await event.locals.gatepost.doors.recoverWithPassword(event.params.token, password);
      redirect(303, '/sign-in?after=recovered');
    }),
};
