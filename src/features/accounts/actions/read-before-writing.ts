// What I have to do before I can write: what is missing with where to do it, and what there is to confirm, word for word.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { policyWord } from '../account.ts';
import { authorisedAccounts } from '../authority-queries.ts';
import { AMBASSADOR_REMINDER, firstUseClauses, rulesShown, unconfirmed } from '../first-use.ts';
import { nameInFull } from '../name-in-full.ts';
import { termsOf } from '../platform-terms.ts';
import { accountRows } from '../queries.ts';
import { missingToWrite } from '../runner-gate.ts';

const clauses = z.array(z.string()).readonly();

export const readBeforeWriting = defineAction({
  name: 'accounts.readBeforeWriting',
  kind: 'read',
  summary: 'Read what I have to do, and what I have to confirm, before I can write for the school.',
  route: 'GET /before-writing',
  scope: 'school',
  who: anySignedIn,
  token: 'accounts:read',
  input: z.object({}),
  output: z.object({
    missing: z
      .array(z.object({ what: z.string(), href: z.string(), clauses }))
      .describe('Signatures and training; nothing can be begun before these'),
    places: z
      .array(z.object({ what: z.string(), href: z.string(), clauses }))
      .describe('Platforms to get to know before the first post there'),
    reminder: z
      .object({ words: z.string(), shownSha256: z.string() })
      .nullable()
      .describe('To confirm for this term; null where it has been, or is not asked'),
    accounts: z
      .array(
        z.object({
          id: z.string(),
          nameInFull: z.string().describe('With its platform, as a sentence names it'),
          platform: z.string(),
          audience: z.string(),
          rules: z.string(),
          terms: z.string().describe('Where the platform says what it allows; empty = nowhere'),
          shownSha256: z.string().describe('Of these rules and terms; given back to confirm them'),
        }),
      )
      .describe('Whose rules to confirm'),
    clauses,
  }),
  controls: ['accounts.runner-gate', 'accounts.rules-on-first-use', 'training.gate', 'training.platform-module'],
}).handle(async (context) => {
  const { db, scopeId, personId } = context;
  const [mine, asking] = await Promise.all([authorisedAccounts(db, scopeId, personId), firstUseClauses(context)]);
  const open = await accountRows(db, scopeId, { ids: mine });
  const platforms = [...new Set(open.map(({ platform }) => policyWord(platform)))];
  const [first, all, toConfirm] = await Promise.all([
    missingToWrite(context, personId, { confirmed: true }),
    missingToWrite(context, personId, { confirmed: true, platforms }),
    asking.length === 0 ? { reminder: null, accounts: [] } : unconfirmed(context, personId, mine),
  ]);
  const { reminder, accounts } = toConfirm;
  return {
    missing: first,
    places: all.filter(({ href }) => !first.some((one) => one.href === href)),
    reminder: reminder && { words: AMBASSADOR_REMINDER, shownSha256: reminder.shownSha256 },
    accounts: open.flatMap((account) => {
      const toRead = accounts.find(({ id }) => id === account.id);
      return toRead === undefined
        ? []
        : [
            {
              id: account.id,
              nameInFull: nameInFull(account.name, account.platform),
              platform: account.platform.name,
              audience: account.audience,
              rules: rulesShown(account),
              terms: termsOf(account.platform.key),
              shownSha256: toRead.shownSha256,
            },
          ];
    }),
    clauses: asking,
  };
});
