// Enter the school's own noticeboard in the register, so that a new school has somewhere to publish from its first day.
import { z } from 'zod';
import { either, linkFor } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/people/index.ts';
import { keepers, schoolRow } from '#features/schools/index.ts';
import { platformRows } from '../platform-queries.ts';
import { accountRows, insertAccount } from '../queries.ts';

/** Safe to repeat: a school has one noticeboard. */
export const openNoticeboard = defineAction({
  name: 'accounts.openNoticeboard',
  kind: 'write',
  summary: 'Enter the school’s own noticeboard in the register; a school has one.',
  route: 'POST /accounts/noticeboard',
  scope: 'school',
  who: either(keepers, linkFor('set-up')),
  input: z.object({}),
  output: z.object({ accountId: z.string() }),
  controls: ['accounts.register'],
  about: (_, { accountId }) => ({ account: accountId }),
}).handle(async ({ db, scopeId, at, now, newId }) => {
  const [school, platforms, accounts] = await Promise.all([
    schoolRow(db, scopeId),
    platformRows(db, scopeId),
    accountRows(db, scopeId, { open: true }),
  ]);
  const known = accounts.find(({ platform }) => platform.connector === 'noticeboard');
  if (known) return { accountId: known.id };
  const platform = platforms.find(({ connector }) => connector === 'noticeboard');
  if (!school || !platform) throw fail.notFound('platform', { remedy: 'Fill the catalogue of platforms first.' });
  const accountId = newId();
  await insertAccount(
    db,
    scopeId,
    {
      id: accountId,
      platformId: platform.id,
      name: `${school.short_name} noticeboard`,
      handle: '',
      address: '',
      purpose: 'News of the school, on its own public page.',
      audience: 'Families, and anybody who takes an interest in the school.',
      reach: 'public',
      interaction: 'closed',
      rules: '',
      openedOn: dayOf(at),
    },
    now,
  );
  return { accountId };
});
