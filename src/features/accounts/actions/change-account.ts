// Change what the register says of an account.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '#features/schools/index.ts';
import { refuseClosed } from '../access.ts';
import { accountFields, addressProblem } from '../account.ts';
import { accountRow, updateAccountRow } from '../queries.ts';

export const changeAccount = defineAction({
  name: 'accounts.change',
  kind: 'write',
  summary: 'Change what the register says of an account.',
  route: 'PUT /accounts/{accountId}',
  scope: 'school',
  who: keepers,
  token: 'accounts:write',
  input: z.object({ accountId: z.uuid(), ...accountFields }),
  output: z.object({}),
  errors: ['account-closed', 'address-elsewhere'],
  controls: ['accounts.register', 'accounts.openness', 'accounts.reach'],
  about: ({ accountId }) => ({ account: accountId }),
}).handle(async ({ db, scopeId }, { accountId, ...fields }) => {
  const account = await accountRow(db, scopeId, accountId);
  if (!account) throw fail.notFound('account');
  refuseClosed(account);
  const problem = addressProblem(fields.address, account.platform);
  if (problem) throw problem;
  await updateAccountRow(db, scopeId, accountId, fields);
  return {};
});
