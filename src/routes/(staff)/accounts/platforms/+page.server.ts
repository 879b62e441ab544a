// The catalogue of platforms: what each allows, what the policy says of it, and the ways to change that.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    const { platforms } = await api.accounts.listPlatforms({});
    const today = dayIn(nowOf(event), ZONE);
    const chosen = event.url.searchParams.get('change');
    return {
      said: saidIn(event.url),
      mayChange: may(gatepost.registry, actor, 'accounts.addPlatform'),
      platforms: platforms.map((one) => ({
        ...one,
        checked: one.checkedOn === null ? null : sayDay(one.checkedOn, today),
      })),
      chosen: platforms.find(({ id }) => id === chosen) ?? null,
    };
  });

/** Sites are typed one to a line, or with commas between. */
const asFields = ({ hosts = '', wordsLimit = null, ...rest }: Record<string, unknown>) => ({
  ...rest,
  wordsLimit,
  hosts: String(hosts)
    .split(/[\s,]+/)
    .filter((host) => host !== ''),
});

export const actions: Actions = {
  add: (event) =>
    done(event, async (input) => {
      await event.locals.api.accounts.addPlatform(asFields(input) as never);
      backTo('/accounts/platforms', 'platform');
    }),
  change: (event) =>
    done(event, async (input) => {
      await event.locals.api.accounts.changePlatform(asFields(input) as never);
      backTo('/accounts/platforms', 'platform');
    }),
  retire: (event) =>
    done(event, async ({ platformId }) => {
      await event.locals.api.accounts.retirePlatform({ platformId: String(platformId) });
      backTo('/accounts/platforms', 'platform');
    }),
};
