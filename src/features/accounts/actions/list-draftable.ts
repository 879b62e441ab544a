// What the composer offers: the accounts that the person may write for, with what each asks of a post.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { settings } from '#features/policy/index.ts';
import { abilitiesOf, placeOf } from '../access.ts';
import { platformShape, REACH_WORDS, REACHES } from '../account.ts';
import { nameInFull } from '../name-in-full.ts';
import { mayDraftFor } from '../posting.ts';
import { authoritiesOfPerson } from '../authority-queries.ts';
import { accountRows } from '../queries.ts';
import { rulingShape, told } from '../rulings.ts';

export const listDraftable = defineAction({
  name: 'accounts.draftable',
  kind: 'read',
  summary:
    'List the accounts that you may write for, with limits, readers, tone and whether somebody else reads it first.',
  route: 'GET /draftable-accounts',
  scope: 'school',
  who: anySignedIn,
  token: 'accounts:read',
  input: z.object({
    accountId: z.uuid().optional().describe('Only this one; refused if you may not write for it'),
    category: z.string().max(80).optional().describe('The tone may depend on the kind of post'),
  }),
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameInFull: z.string().describe('With its platform, as a sentence names it'),
        handle: z.string(),
        platform: platformShape.pick({ key: true, name: true, connector: true, wordsLimit: true, counting: true }),
        audience: z.string(),
        purpose: z.string(),
        interaction: z.enum(['open', 'closed']),
        reach: z.enum(REACHES),
        reachExplained: z.string(),
        toneWords: rulingShape(z.array(z.string())),
        secondReader: rulingShape(z.enum(['off', 'advised', 'required'])),
      }),
    ),
  }),
  errors: ['not-authorised', 'account-closed', 'platform-not-allowed'],
  controls: ['accounts.authorisation', 'accounts.reach'],
}).handle(async (context, { accountId, category }) => {
  const { db, scopeId, actor, personId } = context;
  const policy = await context.policy();
  const held = await authoritiesOfPerson(db, scopeId, personId);
  const accounts =
    accountId === undefined
      ? await accountRows(db, scopeId, { ids: held.map((one) => one.accountId), open: true })
      : await mayDraftFor(db, scopeId, actor, [accountId], policy);
  const kind = category === undefined ? {} : { category };
  return {
    accounts: accounts
      .filter((account) => abilitiesOf(actor, account, held, policy).draft)
      .map((account) => {
        const tone = policy.ruling(settings.content.toneWords, { ...placeOf(account), ...kind });
        return {
          ...account,
          nameInFull: nameInFull(account.name, account.platform),
          reachExplained: REACH_WORDS[account.reach],
          toneWords: { ...told(tone), value: [...tone.value] },
          secondReader: told(policy.ruling(settings.approval.secondReader, { ...placeOf(account), ...kind })),
        };
      }),
  };
});
