// Say whether an objective of an account has been met, and by what that was judged.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { line } from '#kernel/written-line.ts';
import { accountRows } from '#features/accounts/index.ts';
import { localDate } from '#features/policy/index.ts';
import { benefitKeepers } from '../access.ts';
import { insertJudgement } from '../benefit-queries.ts';

const needed = (words: string) => line(300).refine((text) => text !== '', words);

export const judgeObjective = defineAction({
  name: 'evidence.judgeObjective',
  kind: 'write',
  summary: 'Say whether an objective of an account has been met.',
  route: 'POST /accounts/{accountId}/objectives',
  scope: 'school',
  who: benefitKeepers,
  input: z.object({
    accountId: z.uuid(),
    objective: needed('Name the objective.').describe('The objective, as posts name it'),
    outcome: z.enum(['met', 'partly', 'not-met']),
    words: needed('Say by what you judge it.').describe('By what it is judged'),
  }),
  output: z.object({}),
  controls: ['reports.governors'],
  about: ({ accountId, outcome }) => ({ account: accountId, judged: outcome }),
}).handle(async (context, { accountId, objective, outcome, words }) => {
  const { db, scopeId, personId, now, at, newId } = context;
  const [[account], today] = await Promise.all([
    accountRows(db, scopeId, { ids: [accountId] }),
    localDate(db, scopeId, at),
  ]);
  if (!account) throw fail.notFound('account');
  const by = { id: newId(), schoolId: scopeId, by: personId, now };
  await insertJudgement(db, by, { accountId, objective, outcome, words, on: today });
  context.remark({ detail: { objective, words } });
  return {};
});
