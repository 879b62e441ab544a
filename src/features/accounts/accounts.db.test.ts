// The register on a real database: platforms, accounts and authority, under the policies that decide about them.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { accounts } from '#features/accounts/index.ts';
import { decisions } from '#features/decisions/index.ts';
import { people, personLeft } from '#features/people/index.ts';
import { policy } from '#features/policy/index.ts';
import { schools } from '#features/schools/index.ts';
import { modelPolicy, smallSchools, type SmallSchool } from '#test/small-school.ts';
import { addPlatform } from './actions/add-platform.ts';
import { changeAccount } from './actions/change-account.ts';
import { changePlatform } from './actions/change-platform.ts';
import { closeAccount } from './actions/close-account.ts';
import { accountsDuties } from './duties.ts';
import { declineAuthority } from './actions/decline-authority.ts';
import { endAuthorityOfLeaver } from './actions/end-authority-of-leaver.ts';
import { endAuthority } from './actions/end-authority.ts';
import { fillCatalogue } from './actions/fill-catalogue.ts';
import { grantAuthority } from './actions/grant-authority.ts';
import { listAccounts } from './actions/list-accounts.ts';
import { listDraftable } from './actions/list-draftable.ts';
import { listPlatforms } from './actions/list-platforms.ts';
import { noteLeaver } from './actions/note-leaver.ts';
import { readAccount } from './actions/read-account.ts';
import { registerAccount } from './actions/register-account.ts';
import { requestAuthority } from './actions/request-authority.ts';
import { retirePlatform } from './actions/retire-platform.ts';

const all = smallSchools([schools, people, decisions, policy, accounts]);

type Model = Parameters<typeof all.open>[0];

/** A school with its catalogue, a head, an administrator and a teacher. */
async function opened(model: Model) {
  const school = await all.open(model);
  await school.asOperator(fillCatalogue, {});
  const { platforms } = await school.asOperator(listPlatforms, {});
  return {
    school,
    platform: (key: string) => platforms.find((one) => one.key === key)!.id,
    head: await school.person('Ngozi Okafor', 'staff', 'headteacher'),
    admin: await school.person('Tom Ashworth', 'staff', 'administrator'),
    teacher: await school.person('Priya Raman', 'staff'),
  };
}

const entry = (platformId: string, more: Partial<Parameters<SmallSchool['as']>[2]> = {}) => ({
  platformId,
  name: 'Millrace Primary',
  purpose: 'News for families',
  audience: 'Families',
  reach: 'public' as const,
  interaction: 'closed' as const,
  openedOn: '2024-03-03',
  ...more,
});

const ledger = async (school: SmallSchool) => {
  const { rows } = await all.database.owner.query<{ body: string }>(
    'select body from entry where scope_id = $1 order by at, id',
    [school.id],
  );
  return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
};

test('[GH-06] a new school’s catalogue lists Facebook, X, LinkedIn, Bebo and Myspace, and those that are gone cannot be chosen', async () => {
  const { school, admin, platform } = await opened('grappenhall-heys');
  const { platforms } = await school.as(admin, listPlatforms, {});
  const retired = new Map(platforms.map(({ key, retired: gone }) => [key, gone]));
  expect(['facebook', 'x', 'linkedin', 'bebo', 'myspace'].map((key) => retired.get(key))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  const attempt = school.as(admin, registerAccount, entry(platform('bebo')));
  await expect(attempt).rejects.toMatchObject({ kind: 'invalid', code: 'platform-retired' });
});

test('[SN-34] blog, wiki, forum and bulletin board are kinds of platform that can be chosen', async () => {
  const { school, admin } = await opened('st-nicholas');
  const { platforms } = await school.as(admin, listPlatforms, {});
  const kinds = platforms.filter(({ retired }) => !retired).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['blog', 'wiki', 'forum', 'bulletin-board']));
  const { platformId } = await school.as(admin, addPlatform, { name: 'Class wiki', kind: 'wiki' });
  const after = await school.as(admin, listPlatforms, {});
  expect(after.platforms.find(({ id }) => id === platformId)).toMatchObject({
    key: 'class-wiki',
    kind: 'wiki',
    connector: 'by-hand',
  });
});

test('filling the catalogue again changes nothing that the school has', async () => {
  const { school, admin, platform } = await opened('starter');
  await school.as(admin, changePlatform, {
    platformId: platform('mastodon'),
    name: 'Mastodon',
    kind: 'social-network',
    wordsLimit: 5000,
  });
  await school.as(admin, retirePlatform, { platformId: platform('tiktok') });
  const before = await school.as(admin, listPlatforms, {});
  await school.as(admin, fillCatalogue, {});
  expect(await school.as(admin, listPlatforms, {})).toEqual(before);
  expect(before.platforms.find(({ key }) => key === 'mastodon')).toMatchObject({
    wordsLimit: 5000,
    checkedOn: '2026-11-20',
  });
  expect(before.platforms.find(({ key }) => key === 'tiktok')).toMatchObject({ retired: true });
});

test('[SN-107] under a policy that lists Facebook and X an Instagram account is refused until the list is changed', async () => {
  const { school, admin, platform } = await opened('st-nicholas');
  await school.as(admin, registerAccount, entry(platform('facebook')));
  const instagram = () => school.as(admin, registerAccount, entry(platform('instagram')));
  await expect(instagram()).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['SN-107'],
    remedy: expect.stringMatching(/Facebook/),
  });
  await all.changePolicy(school, 'starter');
  await expect(instagram()).resolves.toMatchObject({ accountId: expect.any(String) });
});

test('an account whose platform the policy no longer allows cannot be written for', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('instagram')));
  await school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'draft' });
  await all.changePolicy(school, 'st-nicholas');
  expect((await school.as(teacher, listDraftable, {})).accounts).toEqual([]);
  await expect(school.as(teacher, listDraftable, { accountId })).rejects.toMatchObject({
    code: 'platform-not-allowed',
    clauses: ['SN-107'],
  });
});

test('[GH-05] a platform that the catalogue lacks is added as “other”, and an account on it follows the same rules', async () => {
  const { school, head, admin, teacher, platform } = await opened('grappenhall-heys');
  const { platformId } = await school.as(admin, addPlatform, { name: 'Village app' });
  const { accountId } = await school.as(admin, registerAccount, entry(platformId));
  const { accountId: known } = await school.as(admin, registerAccount, entry(platform('facebook')));
  await expect(school.as(teacher, listDraftable, { accountId })).rejects.toMatchObject({
    kind: 'refused-by-policy',
    code: 'not-authorised',
  });
  for (const one of [accountId, known])
    await school.as(head, grantAuthority, { accountId: one, personId: teacher, scope: 'draft' });
  const { accounts: mine } = await school.as(teacher, listDraftable, {});
  const readers = mine.map(({ secondReader }) => secondReader);
  expect(mine.map(({ platform: { name } }) => name).toSorted()).toEqual(['Facebook', 'Village app']);
  expect(readers[0]).toEqual(readers[1]);
  expect(readers[0]).toMatchObject({ value: 'required' });
});

test.each([
  [
    '[GH-02] for a closed account of known members',
    'known-members',
    /Only members whom the school has accepted can see/,
  ],
  ['[GH-03] for a community of shared interest', 'shared-interest', /include people whom the school does not know/],
  ['for a public account', 'public', /anybody at all may find it through a search engine/],
] as const)('%s the composer says who will read a post', async (_title, reach, said) => {
  const { school, head, admin, teacher, platform } = await opened('grappenhall-heys');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('forum'), { reach }));
  await school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'draft' });
  const { accounts: mine } = await school.as(teacher, listDraftable, { accountId });
  expect(mine).toMatchObject([{ id: accountId, reach, reachExplained: expect.stringMatching(said) }]);
});

test('[GH-79] the friendly tone that the policy wants on Facebook is not asked for on LinkedIn', async () => {
  const { school, head, admin, teacher, platform } = await opened('grappenhall-heys');
  for (const key of ['facebook', 'linkedin']) {
    const { accountId } = await school.as(admin, registerAccount, entry(platform(key)));
    await school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'draft' });
  }
  const { accounts: mine } = await school.as(teacher, listDraftable, {});
  const tone = new Map(mine.map((account) => [account.platform.key, account.toneWords]));
  expect(tone.get('facebook')).toMatchObject({
    value: expect.arrayContaining(['friendly']),
    clauses: ['GH-78', 'GH-79'],
  });
  expect(tone.get('linkedin')?.value).not.toContain('friendly');
});

test('[TP-45] somebody without authority over an account is denied its composer, and the ledger says so', async () => {
  const { school, head, admin, teacher, platform } = await opened('tpat');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('facebook')));
  const attempt = school.as(teacher, listDraftable, { accountId });
  await expect(attempt).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: expect.arrayContaining(['TP-45', 'TP-46']),
  });
  expect((await ledger(school)).find(({ action }) => action === 'accounts.draftable')).toMatchObject({
    outcome: 'refused-by-policy',
    actor: { person: teacher },
    about: { accountId },
  });
  await school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'draft' });
  expect((await school.as(teacher, listDraftable, { accountId })).accounts).toHaveLength(1);
});

test('[TP-46] only the headteacher answers a request: a deputy is refused, one who stands in during an absence is not', async () => {
  const { school, head, admin, teacher, platform } = await opened('tpat');
  const deputy = await school.person('Dee Sharma', 'staff', 'deputy-headteacher');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('facebook')));
  await school.as(teacher, requestAuthority, { accountId, reason: 'I write about the garden.' });
  await school.as(teacher, requestAuthority, { accountId });

  const seen = await school.as(head, readAccount, { accountId });
  expect(seen.requests).toMatchObject([
    { personId: teacher, name: 'Priya Raman', scope: 'draft', reason: 'I write about the garden.' },
  ]);
  expect(await school.as(teacher, readAccount, { accountId })).toMatchObject({
    asked: true,
    requests: [],
    authoriser: { value: 'headteacher', clauses: ['TP-46'] },
  });

  const grant = { accountId, personId: teacher, scope: 'draft' } as const;
  await expect(school.as(deputy, grantAuthority, grant)).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['TP-46'],
  });
  await expect(school.as(admin, grantAuthority, grant)).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['TP-46'],
  });

  await all.database.owner.query('update responsibility set deputy_id = $1 where person_id = $2', [deputy, head]);
  await all.database.owner.query("insert into absence values ($1, gen_random_uuid(), $2, '2026-11-20', '2026-11-21')", [
    school.id,
    head,
  ]);
  await school.as(deputy, grantAuthority, grant);
  const after = await school.as(head, readAccount, { accountId });
  expect(after).toMatchObject({
    requests: [],
    account: { authors: [{ personId: teacher, grantedAt: '2026-11-20T09:00:00Z' }], runners: [] },
  });

  await school.as(head, endAuthority, { accountId, personId: teacher });
  expect((await school.as(teacher, listDraftable, {})).accounts).toEqual([]);
});

test('a request can be declined, by whom the policy names', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('facebook')));
  await school.as(teacher, requestAuthority, { accountId });
  await expect(school.as(admin, declineAuthority, { accountId, personId: teacher })).rejects.toMatchObject({
    kind: 'refused-by-policy',
  });
  await school.as(head, declineAuthority, { accountId, personId: teacher });
  await expect(school.as(head, declineAuthority, { accountId, personId: teacher })).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect((await school.as(teacher, readAccount, { accountId })).asked).toBe(false);
});

test('the register keeps aim, audience, openness and people of each account, and sends along what the reader may do', async () => {
  const { school, head, teacher, platform } = await opened('st-josephs');
  const fields = {
    reach: 'known-members' as const,
    interaction: 'open' as const,
    handle: '@millrace',
    address: 'https://www.facebook.com/millrace',
  };
  const { accountId } = await school.as(head, registerAccount, {
    ...entry(platform('facebook'), fields),
    runners: [head],
    authors: [teacher, head],
  });
  const { accounts: register, mayRegister } = await school.as(teacher, listAccounts, {});
  expect(mayRegister).toBe(false);
  expect(register).toMatchObject([
    {
      id: accountId,
      purpose: 'News for families',
      audience: 'Families',
      ...fields,
      runners: [{ personId: head, name: 'Ngozi Okafor' }],
      authors: [{ personId: teacher, name: 'Priya Raman' }],
      can: { draft: true, change: false, close: false, authorise: false, askForAuthority: false },
    },
  ]);
  await school.as(head, changeAccount, { ...entry(''), accountId, audience: 'Families and neighbours' });
  const { account } = await school.as(head, readAccount, { accountId });
  expect(account).toMatchObject({ audience: 'Families and neighbours', can: { change: true, authorise: true } });
});

test('an administrator may register an account but not name its people, unless the policy says so', async () => {
  const { school, admin, teacher, platform } = await opened('tpat');
  const attempt = school.as(admin, registerAccount, { ...entry(platform('facebook')), authors: [teacher] });
  await expect(attempt).rejects.toMatchObject({ kind: 'refused-by-policy', clauses: ['TP-46'] });
  expect((await school.as(admin, listAccounts, {})).accounts).toEqual([]);
});

test('a closed account stays on record with its reason, and nobody may write for it', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('x')));
  await school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'run' });
  await school.as(admin, closeAccount, { accountId, reason: 'Nobody reads it.' });
  expect((await school.as(admin, listAccounts, {})).accounts).toMatchObject([
    { closedOn: '2026-11-20', closedReason: 'Nobody reads it.', runners: [], can: { draft: false, authorise: false } },
  ]);
  expect((await school.as(teacher, listDraftable, {})).accounts).toEqual([]);
  await expect(school.as(admin, closeAccount, { accountId, reason: 'Again' })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'account-closed',
  });
  await expect(school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'run' })).rejects.toMatchObject({
    code: 'account-closed',
  });
});

test('neither a pupil nor somebody of another school can be given authority', async () => {
  const { school, head, admin, platform } = await opened('starter');
  const pupil = await school.person('Millie Brown', 'pupil');
  const elsewhere = await opened('starter');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('x')));
  const give = (personId: string) => school.as(head, grantAuthority, { accountId, personId, scope: 'draft' });
  await expect(give(pupil)).rejects.toMatchObject({ code: 'pupil-not-authorised' });
  await expect(give(elsewhere.teacher)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(elsewhere.school.as(elsewhere.head, readAccount, { accountId })).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('granted twice at the same moment, authority is held once', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('x')));
  const grant = { accountId, personId: teacher, scope: 'draft' } as const;
  await Promise.all([school.as(head, grantAuthority, grant), school.as(head, grantAuthority, grant)]);
  expect((await school.as(head, readAccount, { accountId })).account.authors).toHaveLength(1);
});

test('when somebody leaves, a job for the morning after their last day ends their authority', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await school.as(admin, registerAccount, entry(platform('x')));
  await school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'run' });
  expect(accounts.subscribers?.map(({ event }) => event)).toEqual([personLeft.name]);
  await school.asSystem(noteLeaver, { personId: teacher, lastDay: '2026-11-27' });
  const { rows } = await all.database.owner.query<{ run_at: Date }>(
    "select run_at from graphile_worker.jobs where task_identifier = 'accounts.endAuthorityOfLeaver'",
  );
  expect(rows.map(({ run_at: at }) => String(at))).toEqual([expect.stringMatching(/2026-11-28T00:00/)]);
  expect(await school.asSystem(endAuthorityOfLeaver, { personId: teacher })).toEqual({ ended: 1 });
  expect((await school.as(head, readAccount, { accountId })).account.runners).toEqual([]);
});

test('a page of the school’s own cannot be made of a platform to get round the policy’s list', async () => {
  const { school, admin } = await opened('st-nicholas');
  const { platformId } = await school.as(admin, addPlatform, { name: 'Insta', kind: 'photo-video' });
  const turn = school.as(admin, changePlatform, { platformId, name: 'Insta', kind: 'own-site' });
  await expect(turn).rejects.toMatchObject({ code: 'kind-is-fixed' });
});

test('a policy that names another role lets that role authorise', async () => {
  const starter = await modelPolicy('starter');
  const byAdministrator = {
    ...starter,
    ruling: ((setting, where) => {
      const ruling = starter.ruling(setting, where);
      return setting.id === 'account.authoriser' ? { ...ruling, value: 'administrator' } : ruling;
    }) as typeof starter.ruling,
  };
  const { school, head, admin, teacher, platform } = await opened(byAdministrator);
  const { accountId } = await school.as(admin, registerAccount, { ...entry(platform('x')), authors: [teacher] });
  await expect(school.as(head, grantAuthority, { accountId, personId: teacher, scope: 'run' })).rejects.toMatchObject({
    kind: 'refused-by-policy',
  });
});

const kindsOfDuties = defineAction({
  name: 'test.duties',
  kind: 'read',
  summary: 'What the register asks of me.',
  route: 'GET /test/duties',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.array(z.string()),
}).handle(async (context) => (await accountsDuties(context)).map(({ kind }) => kind));

test('Today asks for a first account, then for people, then for answers; each of those who can give them', async () => {
  const { school, head, admin, teacher, platform } = await opened('tpat');
  const duties = (personId: string) => school.as(personId, kindsOfDuties, {});
  expect(await Promise.all([head, admin, teacher].map(duties))).toEqual([
    ['accounts.register'],
    ['accounts.register'],
    [],
  ]);
  const { accountId } = await school.as(admin, registerAccount, entry(platform('noticeboard')));
  expect(await Promise.all([head, admin].map(duties))).toEqual([['accounts.authorise'], []]);
  await school.as(head, grantAuthority, { accountId, personId: admin, scope: 'run' });
  await school.as(teacher, requestAuthority, { accountId });
  expect(await Promise.all([head, admin, teacher].map(duties))).toEqual([['accounts.answer'], [], []]);
});
