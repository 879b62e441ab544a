// Enter an account in the register.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { done } from '../../../answering.ts';
import { backTo } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    if (!may(gatepost.registry, actor, 'accounts.register'))
      error(403, 'Only whoever keeps the register may enter accounts.');
    const [{ platforms }, { definition }] = await Promise.all([
      api.accounts.listPlatforms({}),
      api.policy.findDefinition({ term: 'social media' }),
    ]);
    return {
      /** What counts as social media, where the policy in force says so. */
      definition,
      platforms: platforms
        .filter(({ retired, allowed }) => !retired && allowed)
        .map(({ id, name }) => ({ value: id, label: name })),
      closed: platforms.filter(({ retired, allowed }) => !retired && !allowed).map(({ name }) => name),
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { accountId } = await event.locals.api.accounts.register(input as never);
      backTo(`/accounts/${accountId}`, 'registered');
    }),
};
