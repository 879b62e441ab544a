// Close an account: it stays on record, and nobody may write for it any more.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import { keepers } from '#features/schools/index.ts';
import { refuseClosed } from '../access.ts';
import { endAuthorities } from '../authority-queries.ts';
import { accountRow, closeAccountRow } from '../queries.ts';

export const closeAccount = defineAction({
  name: 'accounts.close',
  kind: 'write',
  summary: 'Close an account: it stays on record, and nobody may write for it any more.',
  route: 'POST /accounts/{accountId}/close',
  scope: 'school',
  who: keepers,
  token: 'accounts:write',
  input: z.object({
    accountId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why the account is closed.').max(500, 'At most 500 characters.'),
  }),
  output: z.object({}),
  errors: ['account-closed'],
  controls: ['accounts.register', 'accounts.authorisation'],
  about: ({ accountId }) => ({ account: accountId }),
}).handle(async (context, { accountId, reason }) => {
  const { db, scopeId, at, now, actor } = context;
  const account = await accountRow(db, scopeId, accountId);
  if (!account) throw fail.notFound('account');
  refuseClosed(account);
  await closeAccountRow(db, scopeId, accountId, dayOf(at), reason);
  const ended = await endAuthorities(db, scopeId, { accountId }, actor.kind === 'person' ? actor.personId : null, now);
  context.remark({ about: { authoritiesEnded: ended }, detail: { reason } });
  return {};
});
