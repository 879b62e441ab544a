// Gives somebody authority over an account: a dated grant, told to them, answering what they asked for.
import type { Allowed } from '#kernel/access.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, notify, peopleByIds, rolesOf } from '#features/people/index.ts';
import type { Missing } from '#features/training/index.ts';
import type { AccountFacts, AuthorityScope } from './access.ts';
import { policyWord } from './account.ts';
import { insertAuthority, settleRequests } from './authority-queries.ts';
import { nameInFull } from './name-in-full.ts';
import { missingToWrite } from './runner-gate.ts';

/** @returns what this person has to do before they can use it */
export async function authorise(
  context: Context,
  account: Allowed<AccountFacts>,
  personId: string,
  scope: AuthorityScope,
): Promise<Missing[]> {
  const { db, scopeId, now, newId, personId: grantedBy } = context;
  await refuseUnfit(context, personId);
  await insertAuthority(db, scopeId, account, { id: newId(), personId, scope, grantedBy }, now);
  const scopes: AuthorityScope[] = scope === 'run' ? ['run', 'draft'] : ['draft'];
  await settleRequests(db, scopeId, { accountId: account.id, personId, scopes }, 'granted', grantedBy, now);
  const ready = { platforms: [policyWord(account.platform)], confirmed: true };
  const waitsFor = await missingToWrite(context, personId, ready);
  await notify(context, [personId], {
    kind: 'accounts.authorised',
    text: `You may now ${scope === 'run' ? 'run' : 'write for'} ${nameInFull(account.name, account.platform)}${waitsFor.length === 0 ? '.' : ', as soon as you have done what comes before it.'}`,
    href: waitsFor[0]?.href ?? `/accounts/${account.id}`,
  });
  context.remark({ people: [personId] });
  return waitsFor;
}

/** Only people who are at the school today, and never a pupil. */
async function refuseUnfit({ db, scopeId, at }: Context, personId: string): Promise<void> {
  const today = dayOf(at);
  const [[person], roles] = await Promise.all([
    peopleByIds(db, scopeId, [personId]),
    rolesOf(db, scopeId, personId, today),
  ]);
  if (!person || (person.ended_on !== null && person.ended_on < today)) throw fail.notFound('person');
  if (!roles.includes('pupil')) return;
  throw fail.invalid({
    code: 'pupil-not-authorised',
    message: 'A pupil cannot be given authority over an official account.',
    remedy: 'Choose an adult of the school.',
    fields: [{ field: 'personId', message: 'This person is a pupil.' }],
  });
}
