// Enter an official account in the register.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { settings } from '#features/policy/index.ts';
import { keepers } from '#features/schools/index.ts';
import { mayAuthorise, mayLetRun, placeOf } from '../access.ts';
import { accountFields, addressProblem, platformRefusal } from '../account.ts';
import { authorise } from '../authorise.ts';
import { platformOf } from '../platform-queries.ts';
import { insertAccount } from '../queries.ts';

const people = z.array(z.uuid()).max(50, 'At most 50 people.').default([]);

export const registerAccount = defineAction({
  name: 'accounts.register',
  kind: 'write',
  summary:
    'Enter an official account in the register: what it is, whom it reaches, who runs it and who may write for it.',
  route: 'POST /accounts',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  input: z.object({
    platformId: z.uuid().describe('Platform'),
    ...accountFields,
    runners: people.describe('Who runs it'),
    authors: people.describe('Who may write for it'),
  }),
  output: z.object({ accountId: z.string() }),
  errors: [
    'platform-retired',
    'platform-not-allowed',
    'address-elsewhere',
    'not-authoriser',
    'headteacher-grants',
    'pupil-not-authorised',
  ],
  controls: [
    'accounts.register',
    'accounts.openness',
    'accounts.reach',
    'accounts.allowed-platforms',
    'accounts.authorisation',
  ],
  about: ({ platformId }, { accountId }) => ({ account: accountId, platform: platformId }),
}).handle(async (context, { platformId, runners, authors, ...fields }) => {
  const { db, scopeId, now, actor, newId } = context;
  const [platform, policy] = await Promise.all([platformOf(db, scopeId, platformId), context.policy()]);
  if (!platform) throw fail.notFound('platform');
  if (platform.retired) {
    const message = `${platform.name} is retired: no new account can be registered on it.`;
    throw fail.invalid({
      code: 'platform-retired',
      message,
      remedy: 'Choose another platform.',
      fields: [{ field: 'platformId', message }],
    });
  }
  const account = { id: newId(), name: fields.name, closedOn: null, platform };
  const refusal =
    platformRefusal(platform, policy.ruling(settings.channels.allowedPlatforms, placeOf(account))) ??
    addressProblem(fields.address, platform);
  if (refusal) throw refusal;
  await insertAccount(db, scopeId, { id: account.id, platformId, ...fields }, now);
  if (runners.length + authors.length > 0) {
    const allowed = mayAuthorise(actor, account, policy);
    if (runners.length > 0) mayLetRun(actor, policy);
    for (const personId of new Set(runners)) await authorise(context, allowed, personId, 'run');
    for (const personId of new Set(authors)) await authorise(context, allowed, personId, 'draft');
  }
  return { accountId: account.id };
});
