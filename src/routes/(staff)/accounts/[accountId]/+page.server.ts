// One account of the register: what it is, who may do what for it, and the ways to change that.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { guidesBeside } from '../../guides-beside.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const { api } = locals;
    const [{ account, authoriser, asked, requests }, { clauses }, { definition }] = await Promise.all([
      api.accounts.read({ accountId: params.accountId }),
      api.policy.clauseNames({}),
      api.policy.findDefinition({ term: 'social media' }),
    ]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const { people: contributors } =
      account.can.draft || account.can.change
        ? await api.posts.countContributions({ accountId: params.accountId })
        : { people: [] };
    const search = url.searchParams.get('person') ?? '';
    const found =
      account.can.authorise && search !== ''
        ? (await api.people.list({ search })).people.filter(({ types }) => !types.includes('pupil'))
        : [];
    const holders = [
      ...account.runners.map((one) => ({ ...one, scope: 'run' as const })),
      ...account.authors.map((one) => ({ ...one, scope: 'draft' as const })),
    ];
    const me = locals.actor.kind === 'person' ? locals.actor.personId : '';
    return {
      said: saidIn(url),
      /** What counts as social media, where the policy in force says so. */
      definition,
      account: {
        ...account,
        opened: sayDay(account.openedOn, today),
        closed: account.closedOn === null ? null : sayDay(account.closedOn, today),
      },
      holders: holders.map((one) => ({
        ...one,
        since: sayMoment(one.grantedAt, ZONE, now),
        mayEnd: account.can.authorise || account.can.change || one.personId === me,
      })),
      contributors: contributors.map((one) => ({ ...one, last: sayMoment(one.lastAt, ZONE, now) })),
      authoriser:
        locals.gatepost.words.responsibilities.find(({ value }) => value === authoriser.value)?.label ??
        authoriser.value,
      authoriserClauses: citing(clauses)(authoriser.clauses),
      asked,
      requests: requests.map((one) => ({ ...one, asked: sayMoment(one.askedAt, ZONE, now) })),
      search,
      guides: await guidesBeside(locals, 'accounts.register', citing(clauses)),
      found: found.map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),
    };
  });

type Saying = Parameters<typeof backTo>[1];
const then =
  (
    said: Saying,
    work: (accountId: string, input: Record<string, unknown>, api: App.Locals['api']) => Promise<unknown>,
  ) =>
  (event: RequestEvent) =>
    done(event, async (input) => {
      const { accountId } = event.params;
      const failed = await work(accountId, input, event.locals.api);
      if (failed) return failed;
      return backTo(`/accounts/${accountId}`, said);
    });

const nothing = () => undefined;

export const actions: Actions = {
  grant: then('given', (accountId, { personId, scope }, api) =>
    personId === undefined
      ? Promise.resolve(wrong('personId', 'Choose a person.'))
      : api.accounts
          .grantAuthority({ accountId, personId: String(personId), scope: scope as 'draft' })
          .then(({ waitsFor }) =>
            waitsFor.length === 0 ? undefined : backTo(`/accounts/${accountId}`, 'given-waits'),
          ),
  ),
  end: then('ended', (accountId, { personId }, api) =>
    api.accounts.endAuthority({ accountId, personId: String(personId) }).then(nothing),
  ),
  decline: then('declined', (accountId, { personId }, api) =>
    api.accounts.declineAuthority({ accountId, personId: String(personId) }).then(nothing),
  ),
  ask: then('asked', (accountId, { scope = 'draft', reason = '' }, api) =>
    api.accounts.requestAuthority({ accountId, scope: scope as 'draft', reason: String(reason) }).then(nothing),
  ),
  close: then('account-closed', (accountId, { reason = '' }, api) =>
    api.accounts.close({ accountId, reason: String(reason) }).then(nothing),
  ),
};
