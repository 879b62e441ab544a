// "I cannot get in": a link by mail for whoever asks for their own address. The answer never tells whether anybody was found.
import { done, fromOf, wrong } from '../../answering.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: (event) =>
    done(event, async ({ email = '' }) => {
      if (typeof email !== 'string' || email.trim() === '') return wrong('email', 'Type your e-mail address.');
      event.locals.gatepost.doors.askRecovery(email, fromOf(event).ip);
      return { asked: true };
    }),
};
