// Before you write: signatures and training that come first, whom you stand for, and the rules of each account, to confirm.
import { shown } from '#surfaces/web/answer.ts';
import { done } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { beforeWriting } from './before-writing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => ({ said: saidIn(event.url), before: await beforeWriting(event) }));

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const listed = (name: string) => (Array.isArray(input[name]) ? input[name].map(String) : []);
      await event.locals.api.accounts.confirmRules({ accountIds: listed('accounts'), shownSha256s: listed('shown') });
      const { isOpen } = await beforeWriting(event);
      backTo(isOpen ? '/posts/new' : '/posts/before', 'rules-confirmed');
    }),
};
