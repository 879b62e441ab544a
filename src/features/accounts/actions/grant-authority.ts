// Authorise somebody to write for an account or to run it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { authoriserOf, mayAuthorise, mayLetRun } from '../access.ts';
import { authorise } from '../authorise.ts';
import { accountRow } from '../queries.ts';

export const grantAuthority = defineAction({
  name: 'accounts.grantAuthority',
  kind: 'write',
  summary: 'Authorise somebody to write for an account, or to run it.',
  route: 'POST /accounts/{accountId}/authority',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  input: z.object({
    accountId: z.uuid(),
    personId: z.uuid(),
    scope: z.enum(['draft', 'run']).describe('draft = write for it; run = also publish by hand and answer for it'),
  }),
  output: z.object({
    waitsFor: z
      .array(z.object({ what: z.string(), href: z.string(), clauses: z.array(z.string()).readonly() }))
      .describe('What this person has to do before the authority can be used'),
  }),
  errors: ['not-authoriser', 'headteacher-grants', 'account-closed', 'pupil-not-authorised'],
  controls: ['accounts.authorisation', 'accounts.runner-gate'],
  about: ({ accountId, personId, scope }) => ({ account: accountId, person: personId, scope }),
}).handle(async (context, { accountId, personId, scope }) => {
  const [account, policy] = await Promise.all([accountRow(context.db, context.scopeId, accountId), context.policy()]);
  if (!account) throw fail.notFound('account');
  const allowed = mayAuthorise(context.actor, account, policy);
  if (scope === 'run') mayLetRun(context.actor, policy);
  const waitsFor = await authorise(context, allowed, personId, scope);
  context.remark({ clauses: authoriserOf(account, policy).clauses });
  return { waitsFor };
});
