// The school's official accounts as anybody may see them, so that a false one can be told apart.
import { z } from 'zod';
import { anyone } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { nameInFull } from '../name-in-full.ts';
import { officialRows } from '../queries.ts';

export const listOfficial = defineAction({
  name: 'accounts.listOfficial',
  kind: 'read',
  summary: 'List the school’s official accounts that are in use.',
  route: 'GET /official-accounts',
  scope: 'public',
  who: anyone,
  input: z.object({}),
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.string(),
        platformName: z.string(),
        connector: z.string(),
        name: z.string(),
        nameInFull: z.string().describe('With its platform, as a sentence names it'),
        handle: z.string(),
        address: z.string(),
        purpose: z.string(),
      }),
    ),
  }),
  controls: ['accounts.openness'],
}).handle(async ({ db, scopeId }) => ({
  accounts: (await officialRows(db, scopeId)).map(({ platformKey: key, ...account }) => ({
    ...account,
    nameInFull: nameInFull(account.name, { key, name: account.platformName }),
  })),
}));
