// One provider: the address for the way back, the steps there, what it needs here, a try, and the switch.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import { STEPS, stateOf } from '../provider-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const now = nowOf(event);
    const { providers, mayShare } = await locals.api.schools.listProviders({});
    const provider = providers.find(({ id }) => id === params.providerId);
    if (!provider) error(404, 'There is no such page.');
    const { secretExpiresOn, triedAt } = provider;
    return {
      said: saidIn(url),
      provider,
      mayShare,
      state: stateOf(provider),
      steps: STEPS[provider.kind],
      wayBack: locals.gatepost.signIn.providers.wayBack(provider.id),
      triedWhen: triedAt === null ? '' : sayMoment(triedAt, ZONE, now),
      secretEnds: secretExpiresOn === null ? '' : sayDay(secretExpiresOn, dayIn(now, ZONE)),
    };
  });

const listIn = (text: unknown): string[] =>
  String(text ?? '')
    .split(/[\s,;]+/)
    .filter((one) => one !== '');

export const actions: Actions = {
  save: (event) =>
    done(event, async ({ domains, secretExpiresOn, ...input }) => {
      const { providerId } = event.params;
      const { mustBeTried } = await event.locals.api.schools.changeProvider({
        ...(input as object),
        providerId,
        domains: listIn(domains),
        secretExpiresOn: String(secretExpiresOn ?? '') || null,
      } as never);
      backTo(`/school/sign-in/${providerId}`, mustBeTried ? 'provider-to-try' : 'saved');
    }),
  switch: (event) =>
    done(event, async ({ on }) => {
      const { providerId } = event.params;
      await event.locals.api.schools.switchProvider({ providerId, on: on === 'yes' });
      backTo(`/school/sign-in/${providerId}`, on === 'yes' ? 'provider-on' : 'provider-off');
    }),
  remove: (event) =>
    done(event, async () => {
      await event.locals.api.schools.removeProvider({ providerId: event.params.providerId });
      backTo('/school/sign-in', 'provider-removed');
    }),
};
