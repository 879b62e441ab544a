// What each person has contributed to an account: posts written with them, published, and when they last wrote.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { accountRows, authorisedAccounts } from '#features/accounts/index.ts';
import { countable } from '../access.ts';
import { contributionRows } from '../list-queries.ts';

export const countContributions = defineAction({
  name: 'posts.countContributions',
  kind: 'read',
  summary: 'Count what each person has contributed to an account.',
  route: 'GET /accounts/{accountId}/contributions',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ accountId: z.uuid() }),
  output: z.object({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        posts: z.number().describe('Posts for this account that they wrote or edited, discarded ones aside'),
        published: z.number(),
        lastAt: z.string().describe('When they last wrote one'),
      }),
    ),
  }),
  controls: ['posts.contributions'],
}).handle(async ({ db, scopeId, actor, personId }, { accountId }) => {
  const [[account], mine] = await Promise.all([
    accountRows(db, scopeId, { ids: [accountId] }),
    authorisedAccounts(db, scopeId, personId),
  ]);
  if (!account) throw fail.notFound('account');
  return { people: await contributionRows(db, scopeId, countable(actor, account.id, mine)) };
});
