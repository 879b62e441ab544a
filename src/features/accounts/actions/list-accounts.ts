// The register: every official account of the school.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { namesOf } from '#features/people/index.ts';
import { abilitiesOf, keepsRegister } from '../access.ts';
import { accountShape, accountView } from '../account-view.ts';
import { authoritiesOf } from '../authority-queries.ts';
import { accountRows } from '../queries.ts';

export const listAccounts = defineAction({
  name: 'accounts.list',
  kind: 'read',
  summary: 'List the school’s official accounts, open and closed, with who runs each.',
  route: 'GET /accounts',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'accounts:read',
  input: z.object({}),
  output: z.object({ accounts: z.array(accountShape), mayRegister: z.boolean() }),
  controls: ['accounts.register', 'accounts.openness'],
}).handle(async (context) => {
  const { db, scopeId, actor } = context;
  const [accounts, policy] = await Promise.all([accountRows(db, scopeId), context.policy()]);
  const authorities = await authoritiesOf(
    db,
    scopeId,
    accounts.map(({ id }) => id),
  );
  const names = await namesOf(
    db,
    scopeId,
    authorities.map(({ personId }) => personId),
  );
  return {
    accounts: accounts.map((account) =>
      accountView(account, authorities, names, abilitiesOf(actor, account, authorities, policy)),
    ),
    mayRegister: keepsRegister(actor),
  };
});
