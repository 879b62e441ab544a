// Decline a request to be authorised for an account.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { notify } from '#features/people/index.ts';
import { mayAuthorise } from '../access.ts';
import { settleRequests } from '../authority-queries.ts';
import { nameInFull } from '../name-in-full.ts';
import { accountRow } from '../queries.ts';

export const declineAuthority = defineAction({
  name: 'accounts.declineAuthority',
  kind: 'write',
  summary: 'Decline a request to be authorised for an account.',
  route: 'POST /accounts/{accountId}/authority-requests/{personId}/decline',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ accountId: z.uuid(), personId: z.uuid() }),
  output: z.object({}),
  errors: ['not-authoriser'],
  controls: ['accounts.authorisation'],
  about: ({ accountId, personId }) => ({ account: accountId, person: personId }),
}).handle(async (context, { accountId, personId }) => {
  const { db, scopeId, now, actor } = context;
  const [account, policy] = await Promise.all([accountRow(db, scopeId, accountId), context.policy()]);
  if (!account) throw fail.notFound('account');
  const { id, name, platform } = mayAuthorise(actor, account, policy);
  const which = { accountId: id, personId, scopes: ['draft', 'run'] as const };
  if ((await settleRequests(db, scopeId, which, 'declined', context.personId, now)) === 0)
    throw fail.notFound('request');
  await notify(context, [personId], {
    kind: 'accounts.authority-declined',
    text: `Your request for ${nameInFull(name, platform)} was declined.`,
    href: `/accounts/${id}`,
  });
  context.remark({ people: [personId] });
  return {};
});
