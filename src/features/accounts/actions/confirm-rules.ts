// I have read whom I stand for and the rules of these accounts, and keep to them.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/people/index.ts';
import { insertConfirmations } from '../confirmation-queries.ts';
import { firstUseClauses, shownDigest, unconfirmed } from '../first-use.ts';
import { mayDraftFor } from '../posting.ts';

export const confirmRules = defineAction({
  name: 'accounts.confirmRules',
  kind: 'write',
  summary: 'Confirm for this term whom I stand for when I write, and the rules of the accounts that I use.',
  route: 'POST /before-writing',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    accountIds: z
      .array(z.uuid())
      .max(100)
      .default([])
      .transform((ids) => [...new Set(ids)])
      .describe('Accounts whose rules I have read'),
  }),
  output: z.object({ confirmed: z.number().describe('How many are new; twice in a term counts once') }),
  errors: ['not-authorised', 'account-closed', 'platform-not-allowed'],
  controls: ['accounts.rules-on-first-use'],
  about: ({ accountIds }, { confirmed }) => ({ accounts: accountIds, confirmed }),
}).handle(async (context, { accountIds }) => {
  const { db, scopeId, actor, personId, at, now, newId } = context;
  const accounts = await mayDraftFor(db, scopeId, actor, accountIds, await context.policy());
  const open = await unconfirmed(context, personId, accountIds);
  const wanted = [
    ...(open.reminder ? [null] : []),
    ...accounts.filter(({ id }) => open.accounts.some((one) => one.id === id)),
  ];
  const confirmations = wanted.map((account) => ({
    id: newId(),
    accountId: account?.id ?? null,
    shownSha256: shownDigest(account),
  }));
  await insertConfirmations(db, scopeId, personId, confirmations, { today: dayOf(at), now });
  context.remark({ people: [personId], clauses: await firstUseClauses(context) });
  return { confirmed: confirmations.length };
});
