// Withdraw somebody's authority over an account, at once.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { mayEndAuthority } from '../access.ts';
import { endAuthorities } from '../authority-queries.ts';
import { accountRow } from '../queries.ts';

export const endAuthority = defineAction({
  name: 'accounts.endAuthority',
  kind: 'write',
  summary: 'Withdraw somebody’s authority over an account, at once.',
  route: 'POST /accounts/{accountId}/authority/{personId}/end',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  input: z.object({
    accountId: z.uuid(),
    personId: z.uuid(),
    scope: z.enum(['draft', 'run']).optional().describe('Only this one; all of it where nothing is said'),
  }),
  output: z.object({}),
  errors: ['not-authoriser'],
  controls: ['accounts.authorisation'],
  about: ({ accountId, personId }) => ({ account: accountId, person: personId }),
}).handle(async (context, { accountId, personId, scope }) => {
  const { db, scopeId, now, actor } = context;
  const [account, policy] = await Promise.all([accountRow(db, scopeId, accountId), context.policy()]);
  if (!account) throw fail.notFound('account');
  const { id } = mayEndAuthority(actor, account, personId, policy);
  const which = { accountId: id, personId, ...(scope === undefined ? {} : { scope }) };
  const ended = await endAuthorities(db, scopeId, which, actor.kind === 'person' ? actor.personId : null, now);
  if (ended === 0) throw fail.notFound('authority');
  context.remark({ people: [personId] });
  return {};
});
