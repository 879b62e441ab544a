// Write down how many an account reached: read on the platform by a person, because Gatepost does not see it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { line } from '#kernel/written-line.ts';
import { accountRows } from '#features/accounts/index.ts';
import { daySchema } from '#features/people/index.ts';
import { localDate } from '#features/policy/index.ts';
import { benefitKeepers } from '../access.ts';
import { insertReach } from '../benefit-queries.ts';

const count = z.int('Write a whole number.').min(0).max(1_000_000_000).optional();

export const noteReach = defineAction({
  name: 'evidence.noteReach',
  kind: 'write',
  summary: 'Write down how many people an account reached.',
  route: 'POST /accounts/{accountId}/reach',
  scope: 'school',
  who: benefitKeepers,
  input: z.object({
    accountId: z.uuid(),
    from: daySchema.describe('First day of the figures'),
    to: daySchema.describe('Last day of the figures'),
    reached: count.describe('How many people saw something of it'),
    followers: count.describe('How many followed it on the last day'),
    source: line(200)
      .refine((text) => text !== '', 'Say where the figures were read.')
      .describe('Where they were read'),
  }),
  output: z.object({}),
  errors: ['no-figure', 'days-to-come'],
  controls: ['reports.governors'],
  about: ({ accountId, to }) => ({ account: accountId, happened: to }),
}).handle(async (context, { accountId, from, to, reached, followers, source }) => {
  const { db, scopeId, personId, now, at, newId } = context;
  const [[account], today] = await Promise.all([
    accountRows(db, scopeId, { ids: [accountId] }),
    localDate(db, scopeId, at),
  ]);
  if (!account) throw fail.notFound('account');
  if (reached === undefined && followers === undefined) {
    throw fail.invalid({
      code: 'no-figure',
      message: 'There is no figure to write down.',
      remedy: 'Write how many were reached, or how many follow the account, or both.',
      fields: [{ field: 'reached', message: 'Write at least one of the two figures.' }],
    });
  }
  if (from > to || to > today) {
    throw fail.invalid({
      code: 'days-to-come',
      message: 'The days of the figures must lie in their order, and behind us.',
      remedy: 'Take the days for which the platform showed the figures.',
      fields: [{ field: from > to ? 'from' : 'to', message: 'This day cannot be right.' }],
    });
  }
  await insertReach(
    db,
    { id: newId(), schoolId: scopeId, by: personId, now },
    { accountId, from, to, reached: reached ?? null, followers: followers ?? null, source },
  );
  return {};
});
