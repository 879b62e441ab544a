// How people sign in besides their password: the providers of the school, and the beginning of a further one.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { done } from '../../../answering.ts';
import { saidIn } from '../../said.ts';
import { stateOf } from './provider-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { providers } = await event.locals.api.schools.listProviders({});
    return {
      said: saidIn(event.url),
      providers: providers.map((one) => ({
        id: one.id,
        label: one.label,
        domains: one.domains.join(', '),
        state: stateOf(one),
      })),
    };
  });

export const actions: Actions = {
  add: (event) =>
    done(event, async ({ kind }) => {
      const { providerId } = await event.locals.api.schools.addProvider({ kind: kind as never });
      redirect(303, `/school/sign-in/${providerId}`);
    }),
};
