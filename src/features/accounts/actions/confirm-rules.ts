// I have read whom I stand for and the rules of these accounts, and keep to them.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import { insertConfirmations } from '../confirmation-queries.ts';
import { firstUseClauses, unconfirmed } from '../first-use.ts';
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
    shownSha256s: z
      .array(z.string().max(64))
      .max(101)
      .describe(
        'Of all that was shown, so that nothing else is confirmed: the reminder, and the rules of each account',
      ),
  }),
  output: z.object({ confirmed: z.number().describe('How many are new; twice in a term counts once') }),
  errors: ['not-authorised', 'account-closed', 'platform-not-allowed', 'rules-changed'],
  controls: ['accounts.rules-on-first-use'],
  about: ({ accountIds }, { confirmed }) => ({ accounts: accountIds, confirmed }),
}).handle(async (context, { accountIds, shownSha256s }) => {
  const { db, scopeId, actor, personId, at, now, newId } = context;
  await mayDraftFor(db, scopeId, actor, accountIds, await context.policy());
  const { reminder, accounts } = await unconfirmed(context, personId, accountIds);
  const wanted = [...(reminder === null ? [] : [reminder]), ...accounts];
  if (wanted.some(({ shownSha256 }) => !shownSha256s.includes(shownSha256))) {
    throw fail.conflict({
      code: 'rules-changed',
      message: 'What is to be confirmed has changed since you opened it, or was not shown to you.',
      remedy: 'Read it again, then confirm it.',
    });
  }
  const confirmations = wanted.map(({ accountId, shownSha256 }) => ({ id: newId(), accountId, shownSha256 }));
  await insertConfirmations(db, scopeId, personId, confirmations, { today: dayOf(at), now });
  context.remark({ people: [personId], clauses: await firstUseClauses(context) });
  return { confirmed: confirmations.length };
});
