// The register of official accounts.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../answering.ts';
import { saidIn } from '../said.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ accounts, mayRegister }, { slug }] = await Promise.all([api.accounts.list({}), api.schools.readFront({})]);
    const today = dayIn(nowOf(event), ZONE);
    const inUse = accounts.filter(({ closedOn }) => closedOn === null);
    return {
      said: saidIn(event.url),
      mayRegister,
      publicPage: `/schools/${slug}/accounts`,
      inUse: inUse.length,
      mine: inUse.filter(({ can }) => can.draft).length,
      accounts: [...inUse, ...accounts.filter(({ closedOn }) => closedOn !== null)].map((account) => ({
        id: account.id,
        platform: account.platform.name,
        name: account.name,
        handle: account.handle,
        closed: account.closedOn === null ? null : sayDay(account.closedOn, today),
        how: account.platform.connector === 'noticeboard' ? 'Gatepost publishes here itself' : 'Published by hand',
        reach: account.reach,
        runners: account.runners.map(({ name }) => name),
        people: new Set([...account.runners, ...account.authors].map(({ personId }) => personId)).size,
        mine: account.can.draft,
      })),
    };
  });
