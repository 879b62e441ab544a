// One account of the register, with the clauses that govern it and what is asked of whoever authorises people.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { namesOf } from '#features/people/index.ts';
import { roleNames } from '#features/policy/index.ts';
import { abilitiesOf, authoriserOf } from '../access.ts';
import { accountShape, accountView } from '../account-view.ts';
import { authoritiesOf, openRequests } from '../authority-queries.ts';
import { accountRow } from '../queries.ts';
import { rulingShape, told } from '../rulings.ts';

export const readAccount = defineAction({
  name: 'accounts.read',
  kind: 'read',
  summary: 'Read one account: its entry, its people, and who may authorise them.',
  route: 'GET /accounts/{accountId}',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'accounts:read',
  input: z.object({ accountId: z.uuid() }),
  output: z.object({
    account: accountShape,
    authoriser: rulingShape(z.enum(roleNames)),
    asked: z.boolean().describe('The person looking has asked to be authorised and waits for an answer'),
    requests: z
      .array(
        z.object({
          personId: z.string(),
          name: z.string(),
          scope: z.enum(['draft', 'run']),
          reason: z.string(),
          askedAt: z.string(),
        }),
      )
      .describe('For whoever authorises people'),
  }),
  controls: ['accounts.register', 'accounts.openness', 'accounts.reach', 'accounts.authorisation'],
}).handle(async (context, { accountId }) => {
  const { db, scopeId, actor } = context;
  const [account, authorities, requests, policy] = await Promise.all([
    accountRow(db, scopeId, accountId),
    authoritiesOf(db, scopeId, [accountId]),
    openRequests(db, scopeId, [accountId]),
    context.policy(),
  ]);
  if (!account) throw fail.notFound('account');
  const can = abilitiesOf(actor, account, authorities, policy);
  const names = await namesOf(
    db,
    scopeId,
    [...authorities, ...requests].map(({ personId }) => personId),
  );
  return {
    account: accountView(account, authorities, names, can),
    authoriser: told(authoriserOf(account, policy)),
    asked: actor.kind === 'person' && requests.some(({ personId }) => personId === actor.personId),
    requests: can.authorise
      ? requests.map(({ personId, scope, reason, askedAt }) => ({
          personId,
          name: names.get(personId) ?? '',
          scope,
          reason,
          askedAt,
        }))
      : [],
  };
});
