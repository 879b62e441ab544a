// Ask to be authorised for an account.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { activeHolders, dayOf, notify } from '#features/people/index.ts';
import { authoriserOf, holdsAuthority, refuseClosed } from '../access.ts';
import { authoritiesOf, insertRequest } from '../authority-queries.ts';
import { nameInFull } from '../name-in-full.ts';
import { accountRow } from '../queries.ts';

export const requestAuthority = defineAction({
  name: 'accounts.requestAuthority',
  kind: 'write',
  summary: 'Ask whoever the policy names to be authorised for an account.',
  route: 'POST /accounts/{accountId}/authority-requests',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    accountId: z.uuid(),
    scope: z.enum(['draft', 'run']).default('draft'),
    reason: z.string().trim().max(500, 'At most 500 characters.').default('').describe('What for'),
  }),
  output: z.object({}),
  errors: ['account-closed', 'already-authorised'],
  controls: ['accounts.authorisation'],
  about: ({ accountId, scope }) => ({ account: accountId, scope }),
}).handle(async (context, { accountId, scope, reason }) => {
  const { db, scopeId, at, now, newId, personId } = context;
  const [account, held, policy] = await Promise.all([
    accountRow(db, scopeId, accountId),
    authoritiesOf(db, scopeId, [accountId]),
    context.policy(),
  ]);
  if (!account) throw fail.notFound('account');
  refuseClosed(account);
  if (holdsAuthority(held, accountId, personId, scope)) {
    throw fail.conflict({ code: 'already-authorised', message: `You are already authorised for ${account.name}.` });
  }
  await insertRequest(db, scopeId, { id: newId(), accountId, personId, scope, reason }, now);
  const holders = await activeHolders(db, scopeId, [authoriserOf(account, policy).value], dayOf(at));
  const asked = holders.map((holder) => (holder.away ? (holder.deputyId ?? holder.personId) : holder.personId));
  await notify(context, asked, {
    kind: 'accounts.authority-asked',
    text: `Somebody asks to be authorised for ${nameInFull(account.name, account.platform)}.`,
    href: `/accounts/${accountId}`,
  });
  return {};
});
