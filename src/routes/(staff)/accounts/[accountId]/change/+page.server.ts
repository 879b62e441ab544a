// Change what the register says of an account.
import { error } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { done } from '../../../../answering.ts';
import { backTo } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { account } = await event.locals.api.accounts.read({ accountId: event.params.accountId });
    if (!account.can.change)
      error(403, 'Only whoever keeps the register may change the entry of an account that is open.');
    return { account };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { accountId } = event.params;
      await event.locals.api.accounts.change({ ...input, accountId } as never);
      backTo(`/accounts/${accountId}`, 'saved');
    }),
};
