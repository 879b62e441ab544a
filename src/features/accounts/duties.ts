// What the register asks of a person: to answer whoever wants to write for an account, and to finish setting it up.
import { holds } from '#kernel/access.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { authoriserOf, keepsRegister } from './access.ts';
import { authoritiesOf, openRequests } from './authority-queries.ts';
import { nameInFull } from './name-in-full.ts';
import { accountRows } from './queries.ts';

export const accountsDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, db, scopeId } = context;
  if (actor.kind !== 'person') return [];
  const [accounts, policy] = await Promise.all([accountRows(db, scopeId, { open: true }), context.policy()]);
  const duty = (
    kind: string,
    of: string,
    words: Pick<Duty, 'title' | 'detail' | 'href'>,
    clauses: readonly string[],
  ): Duty => ({
    id: `${kind}:${of}`,
    kind,
    ...words,
    due: null,
    clauses,
    urgency: 'calm',
  });
  if (accounts.length === 0) {
    if (!keepsRegister(actor)) return [];
    const detail = 'A post needs somewhere to go: the school’s noticeboard, or an account elsewhere.';
    const words = { title: 'Register the school’s first account', detail, href: '/accounts/new' };
    return [duty('accounts.register', scopeId, words, policy.clausesOf('accounts.register'))];
  }
  const mine = accounts.filter((account) => holds(actor, authoriserOf(account, policy).value));
  const ids = mine.map(({ id }) => id);
  const [requests, authorities] = await Promise.all([openRequests(db, scopeId, ids), authoritiesOf(db, scopeId, ids)]);
  return mine.flatMap((account) => {
    const href = `/accounts/${account.id}`;
    const clauses = [
      ...new Set([...policy.clausesOf('accounts.authorisation'), ...authoriserOf(account, policy).clauses]),
    ];
    const where = nameInFull(account.name, account.platform);
    const asked = requests
      .filter(({ accountId }) => accountId === account.id)
      .map(({ id }) =>
        duty('accounts.answer', id, { title: `Somebody asks to be authorised for ${where}`, href }, clauses),
      );
    if (authorities.some(({ accountId }) => accountId === account.id)) return asked;
    const title = `Say who may write for ${where}`;
    return [
      ...asked,
      duty('accounts.authorise', account.id, { title, detail: 'Nobody can write for it until then.', href }, clauses),
    ];
  });
};
