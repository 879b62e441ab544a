// The register on a real database: platforms, accounts and authority, under the policies that decide about them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { defineFeature } from '#kernel/feature.ts';
import { personLeft } from '#features/people/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { accountsDuties } from './duties.ts';
import { accounts } from './index.ts';

const probe = defineFeature({
  name: 'probe',
  summary: 'What the register asks of me.',
  actions: [
    defineAction({
      name: 'probe.duties',
      kind: 'read',
      summary: 'What the register asks of me.',
      route: 'GET /probe/duties',
      scope: 'school',
      who: anySignedIn,
      input: z.object({}),
      output: z.array(z.string()),
    }).handle(async (context) => (await accountsDuties(context)).map(({ kind }) => kind)),
  ],
  controls: [],
});

const openApp = () => openTestApp([accounts, probe]);
let app: Awaited<ReturnType<typeof openApp>>;

beforeAll(async () => {
  app = await openApp();
});
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));
afterAll(() => app.drop());

/** A school with its catalogue, a head, an administrator and a teacher. */
async function opened(model: ModelPolicyName) {
  const school = await app.school('Millrace Primary School', model);
  await app.as(operator(school.id)).accounts.fillCatalogue({});
  const { platforms } = await app.as(operator(school.id)).accounts.listPlatforms({});
  return {
    school,
    platform: (key: string) => platforms.find((one) => one.key === key)!.id,
    head: await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] }),
    admin: await school.person({ name: 'Tom Ashworth', responsibilities: ['administrator'] }),
    teacher: await school.person({ name: 'Priya Raman' }),
  };
}

/** The next day, under another policy. @returns the same people, signed in again */
async function nextDayUnder<const People extends readonly PersonActor[]>(
  school: TestSchool,
  model: ModelPolicyName,
  people: People,
) {
  app.clock.advance({ hours: 24 });
  await app.as(operator(school.id)).policy.putInForce({ model });
  return (await Promise.all(people.map(school.again))) as { [P in keyof People]: PersonActor };
}

const entry = (platformId: string, more: { reach?: 'known-members' | 'shared-interest' | 'public' } = {}) => ({
  platformId,
  name: 'Millrace Primary',
  purpose: 'News for families',
  audience: 'Families',
  reach: 'public' as const,
  interaction: 'closed' as const,
  openedOn: '2024-03-03',
  ...more,
});

const ledger = async ({ id }: TestSchool) => {
  const rows = await app.rows<{ body: string }>('select body from entry where scope_id = $1 order by at, id', [id]);
  return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
};

test('[GH-06] a new school’s catalogue lists Facebook, X, LinkedIn, Bebo and Myspace, and those that are gone cannot be chosen', async () => {
  const { admin, platform } = await opened('grappenhall-heys');
  const { platforms } = await app.as(admin).accounts.listPlatforms({});
  const retired = new Map(platforms.map(({ key, retired: gone }) => [key, gone]));
  expect(['facebook', 'x', 'linkedin', 'bebo', 'myspace'].map((key) => retired.get(key))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  const attempt = app.as(admin).accounts.register(entry(platform('bebo')));
  await expect(attempt).rejects.toMatchObject({ kind: 'invalid', code: 'platform-retired' });
});

test('[SN-34] blog, wiki, forum and bulletin board are kinds of platform that can be chosen', async () => {
  const { admin } = await opened('st-nicholas');
  const { platforms } = await app.as(admin).accounts.listPlatforms({});
  const kinds = platforms.filter(({ retired }) => !retired).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['blog', 'wiki', 'forum', 'bulletin-board']));
  const { platformId } = await app.as(admin).accounts.addPlatform({ name: 'Class wiki', kind: 'wiki' });
  const after = await app.as(admin).accounts.listPlatforms({});
  expect(after.platforms.find(({ id }) => id === platformId)).toMatchObject({
    key: 'class-wiki',
    kind: 'wiki',
    connector: 'by-hand',
  });
});

test('filling the catalogue again changes nothing that the school has', async () => {
  const { admin, platform } = await opened('starter');
  await app.as(admin).accounts.changePlatform({
    platformId: platform('mastodon'),
    name: 'Mastodon',
    kind: 'social-network',
    wordsLimit: 5000,
  });
  await app.as(admin).accounts.retirePlatform({ platformId: platform('tiktok') });
  const before = await app.as(admin).accounts.listPlatforms({});
  await app.as(admin).accounts.fillCatalogue({});
  expect(await app.as(admin).accounts.listPlatforms({})).toEqual(before);
  expect(before.platforms.find(({ key }) => key === 'mastodon')).toMatchObject({
    wordsLimit: 5000,
    checkedOn: '2026-11-20',
  });
  expect(before.platforms.find(({ key }) => key === 'tiktok')).toMatchObject({ retired: true });
});

test('[SN-107] under a policy that lists Facebook and X an Instagram account is refused until the list is changed', async () => {
  const { school, admin, platform } = await opened('st-nicholas');
  await app.as(admin).accounts.register(entry(platform('facebook')));
  const instagram = (who: PersonActor) => app.as(who).accounts.register(entry(platform('instagram')));
  await expect(instagram(admin)).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['SN-107'],
    remedy: expect.stringMatching(/Facebook/),
  });
  const [after] = await nextDayUnder(school, 'starter', [admin]);
  await expect(instagram(after)).resolves.toMatchObject({ accountId: expect.any(String) });
});

test('an account whose platform the policy no longer allows cannot be written for', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('instagram')));
  await app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'draft' });
  const [author] = await nextDayUnder(school, 'st-nicholas', [teacher]);
  expect((await app.as(author).accounts.draftable({})).accounts).toEqual([]);
  await expect(app.as(author).accounts.draftable({ accountId })).rejects.toMatchObject({
    code: 'platform-not-allowed',
    clauses: ['SN-107'],
  });
});

test('[GH-05] a platform that the catalogue lacks is added as “other”, and an account on it follows the same rules', async () => {
  const { head, admin, teacher, platform } = await opened('grappenhall-heys');
  const { platformId } = await app.as(admin).accounts.addPlatform({ name: 'Village app' });
  const { accountId } = await app.as(admin).accounts.register(entry(platformId));
  const { accountId: known } = await app.as(admin).accounts.register(entry(platform('facebook')));
  await expect(app.as(teacher).accounts.draftable({ accountId })).rejects.toMatchObject({
    kind: 'refused-by-policy',
    code: 'not-authorised',
  });
  for (const one of [accountId, known])
    await app.as(head).accounts.grantAuthority({ accountId: one, personId: teacher.personId, scope: 'draft' });
  const { accounts: mine } = await app.as(teacher).accounts.draftable({});
  const readers = mine.map(({ secondReader }) => secondReader);
  expect(mine.map(({ platform: { name } }) => name).toSorted()).toEqual(['Facebook', 'Village app']);
  expect(readers[0]).toEqual(readers[1]);
  expect(readers[0]).toMatchObject({ value: 'required' });
});

test.each([
  ['for a closed account of known members', 'known-members', /Only members whom the school has accepted can see/],
  ['for a community of shared interest', 'shared-interest', /include people whom the school does not know/],
  ['for a public account', 'public', /anybody at all may find it through a search engine/],
] as const)('%s the composer says who will read a post [GH-02, GH-03]', async (_title, reach, said) => {
  const { head, admin, teacher, platform } = await opened('grappenhall-heys');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('forum'), { reach }));
  await app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'draft' });
  const { accounts: mine } = await app.as(teacher).accounts.draftable({ accountId });
  expect(mine).toMatchObject([{ id: accountId, reach, reachExplained: expect.stringMatching(said) }]);
});

test.each([
  ['grappenhall-heys', ['GH-78', 'GH-79']],
  ['st-josephs', ['SJ-03', 'SJ-80', 'SJ-81']],
] as const)(
  'the friendly tone that the policy wants on Facebook is not asked for on LinkedIn, under %s [GH-79, SJ-81]',
  async (model, clauses) => {
    const { head, admin, teacher, platform } = await opened(model);
    for (const key of ['facebook', 'linkedin']) {
      const { accountId } = await app.as(admin).accounts.register(entry(platform(key)));
      await app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'draft' });
    }
    const { accounts: mine } = await app.as(teacher).accounts.draftable({});
    const tone = new Map(mine.map((account) => [account.platform.key, account.toneWords]));
    expect(tone.get('facebook')).toMatchObject({
      value: expect.arrayContaining(['friendly']),
      clauses,
    });
    expect(tone.get('linkedin')?.value).not.toContain('friendly');
  },
);

test('[TP-45] somebody without authority over an account is denied its composer, and the ledger says so', async () => {
  const { school, head, admin, teacher, platform } = await opened('tpat');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('facebook')));
  const attempt = app.as(teacher).accounts.draftable({ accountId });
  await expect(attempt).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: expect.arrayContaining(['TP-45', 'TP-46']),
  });
  expect((await ledger(school)).find(({ action }) => action === 'accounts.draftable')).toMatchObject({
    outcome: 'refused-by-policy',
    actor: { person: teacher.personId },
    about: { accountId },
  });
  await app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'draft' });
  expect((await app.as(teacher).accounts.draftable({ accountId })).accounts).toHaveLength(1);
});

test('[TP-46] only the headteacher answers a request: a deputy is refused, one who stands in during an absence is not', async () => {
  const { school, head, admin, teacher, platform } = await opened('tpat');
  const deputy = await school.person({ name: 'Dee Sharma', responsibilities: ['deputy-headteacher'] });
  const { accountId } = await app.as(admin).accounts.register(entry(platform('facebook')));
  await app.as(teacher).accounts.requestAuthority({ accountId, reason: 'I write about the garden.' });
  await app.as(teacher).accounts.requestAuthority({ accountId });

  const seen = await app.as(head).accounts.read({ accountId });
  expect(seen.requests).toMatchObject([
    { personId: teacher.personId, name: 'Priya Raman', scope: 'draft', reason: 'I write about the garden.' },
  ]);
  expect(await app.as(teacher).accounts.read({ accountId })).toMatchObject({
    asked: true,
    requests: [],
    authoriser: { value: 'headteacher', clauses: ['TP-46'] },
  });

  const grant = { accountId, personId: teacher.personId, scope: 'draft' } as const;
  await expect(app.as(deputy).accounts.grantAuthority(grant)).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['TP-46'],
  });
  await expect(app.as(admin).accounts.grantAuthority(grant)).rejects.toMatchObject({
    kind: 'refused-by-policy',
    clauses: ['TP-46'],
  });

  const { responsibilities } = await app.as(head).people.read({ personId: head.personId });
  await app.as(head).people.setDeputy({ grantId: responsibilities[0]!.grantId, deputyId: deputy.personId });
  await app
    .as(head)
    .people.setAbsence({ personId: head.personId, absences: [{ startsOn: '2026-11-20', endsOn: '2026-11-21' }] });
  await app.as(await school.again(deputy)).accounts.grantAuthority(grant);
  const after = await app.as(head).accounts.read({ accountId });
  expect(after).toMatchObject({
    requests: [],
    account: { authors: [{ personId: teacher.personId, grantedAt: '2026-11-20T09:00:00Z' }], runners: [] },
  });

  await app.as(head).accounts.endAuthority({ accountId, personId: teacher.personId });
  expect((await app.as(teacher).accounts.draftable({})).accounts).toEqual([]);
});

test('a request can be declined, by whom the policy names', async () => {
  const { head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('facebook')));
  await app.as(teacher).accounts.requestAuthority({ accountId });
  await expect(
    app.as(admin).accounts.declineAuthority({ accountId, personId: teacher.personId }),
  ).rejects.toMatchObject({
    kind: 'refused-by-policy',
  });
  await app.as(head).accounts.declineAuthority({ accountId, personId: teacher.personId });
  await expect(app.as(head).accounts.declineAuthority({ accountId, personId: teacher.personId })).rejects.toMatchObject(
    {
      kind: 'not-found',
    },
  );
  expect((await app.as(teacher).accounts.read({ accountId })).asked).toBe(false);
});

test('the register keeps aim, audience, openness and people of each account, and sends along what the reader may do', async () => {
  const { head, teacher, platform } = await opened('st-josephs');
  const fields = {
    reach: 'known-members' as const,
    interaction: 'open' as const,
    handle: '@millrace',
    address: 'https://www.facebook.com/millrace',
  };
  const { accountId } = await app.as(head).accounts.register({
    ...entry(platform('facebook')),
    ...fields,
    runners: [head.personId],
    authors: [teacher.personId, head.personId],
  });
  const { accounts: register, mayRegister } = await app.as(teacher).accounts.list({});
  expect(mayRegister).toBe(false);
  expect(register).toMatchObject([
    {
      id: accountId,
      purpose: 'News for families',
      audience: 'Families',
      ...fields,
      runners: [{ personId: head.personId, name: 'Ngozi Okafor' }],
      authors: [{ personId: teacher.personId, name: 'Priya Raman' }],
      can: { draft: true, change: false, close: false, authorise: false, askForAuthority: false },
    },
  ]);
  await app.as(head).accounts.change({ ...entry(''), accountId, audience: 'Families and neighbours' });
  const { account } = await app.as(head).accounts.read({ accountId });
  expect(account).toMatchObject({ audience: 'Families and neighbours', can: { change: true, authorise: true } });
});

test('an administrator may register an account but not name its people, unless the policy says so', async () => {
  const { admin, teacher, platform } = await opened('tpat');
  const attempt = app.as(admin).accounts.register({ ...entry(platform('facebook')), authors: [teacher.personId] });
  await expect(attempt).rejects.toMatchObject({ kind: 'refused-by-policy', clauses: ['TP-46'] });
  expect((await app.as(admin).accounts.list({})).accounts).toEqual([]);
});

test('a closed account stays on record with its reason, and nobody may write for it', async () => {
  const { head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('x')));
  await app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'run' });
  await app.as(admin).accounts.close({ accountId, reason: 'Nobody reads it.' });
  expect((await app.as(admin).accounts.list({})).accounts).toMatchObject([
    { closedOn: '2026-11-20', closedReason: 'Nobody reads it.', runners: [], can: { draft: false, authorise: false } },
  ]);
  expect((await app.as(teacher).accounts.draftable({})).accounts).toEqual([]);
  await expect(app.as(admin).accounts.close({ accountId, reason: 'Again' })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'account-closed',
  });
  await expect(
    app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'run' }),
  ).rejects.toMatchObject({
    code: 'account-closed',
  });
});

test('neither a pupil nor somebody of another school can be given authority', async () => {
  const { school, head, admin, platform } = await opened('starter');
  const pupil = await school.person({ name: 'Millie Brown', types: ['pupil'] });
  const elsewhere = await opened('starter');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('x')));
  const give = (personId: string) => app.as(head).accounts.grantAuthority({ accountId, personId, scope: 'draft' });
  await expect(give(pupil.personId)).rejects.toMatchObject({ code: 'pupil-not-authorised' });
  await expect(give(elsewhere.teacher.personId)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(app.as(elsewhere.head).accounts.read({ accountId })).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('granted twice at the same moment, authority is held once', async () => {
  const { head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('x')));
  const grant = { accountId, personId: teacher.personId, scope: 'draft' } as const;
  await Promise.all([app.as(head).accounts.grantAuthority(grant), app.as(head).accounts.grantAuthority(grant)]);
  expect((await app.as(head).accounts.read({ accountId })).account.authors).toHaveLength(1);
});

test('when somebody leaves, a job for the morning after their last day ends their authority', async () => {
  const { school, head, admin, teacher, platform } = await opened('starter');
  const { accountId } = await app.as(admin).accounts.register(entry(platform('x')));
  await app.as(head).accounts.grantAuthority({ accountId, personId: teacher.personId, scope: 'run' });
  expect(accounts.subscribers?.map(({ event }) => event)).toEqual([personLeft.name]);
  await app
    .as(systemActor(school.id, 'test'))
    .accounts.noteLeaver({ personId: teacher.personId, lastDay: '2026-11-27' });
  const rows = await app.rows<{ run_at: string }>(
    "select run_at from graphile_worker.jobs where task_identifier = 'accounts.endAuthorityOfLeaver'",
  );
  expect(rows.map(({ run_at: at }) => at)).toEqual([expect.stringMatching(/2026-11-28T00:00/)]);
  const system = app.as(systemActor(school.id, 'test')).accounts;
  // Whoever stays after all keeps it.
  expect(await system.endAuthorityOfLeaver({ personId: teacher.personId })).toEqual({ ended: 0 });
  await app.rows(`update person set ended_on = '2026-11-19' where id = $1`, [teacher.personId]);
  expect(await system.endAuthorityOfLeaver({ personId: teacher.personId })).toEqual({ ended: 1 });
  expect((await app.as(head).accounts.read({ accountId })).account.runners).toEqual([]);
});

test('a page of the school’s own cannot be made of a platform to get round the policy’s list', async () => {
  const { admin } = await opened('st-nicholas');
  const { platformId } = await app.as(admin).accounts.addPlatform({ name: 'Insta', kind: 'photo-video' });
  const turn = app.as(admin).accounts.changePlatform({ platformId, name: 'Insta', kind: 'own-site' });
  await expect(turn).rejects.toMatchObject({ code: 'kind-is-fixed' });
});

test('Today asks for a first account, then for people, then for answers; each of those who can give them', async () => {
  const { head, admin, teacher, platform } = await opened('tpat');
  const duties = (who: PersonActor) => app.as(who).probe.duties({});
  expect(await Promise.all([head, admin, teacher].map(duties))).toEqual([
    ['accounts.register'],
    ['accounts.register'],
    [],
  ]);
  const { accountId } = await app.as(admin).accounts.register(entry(platform('noticeboard')));
  expect(await Promise.all([head, admin].map(duties))).toEqual([['accounts.authorise'], []]);
  await app.as(head).accounts.grantAuthority({ accountId, personId: admin.personId, scope: 'run' });
  await app.as(teacher).accounts.requestAuthority({ accountId });
  expect(await Promise.all([head, admin, teacher].map(duties))).toEqual([['accounts.answer'], [], []]);
});

test('a new school’s noticeboard is opened once, and under every policy', async () => {
  for (const model of ['starter', 'st-nicholas'] as const) {
    const { school, head, teacher } = await opened(model);
    const first = await app.as(operator(school.id)).accounts.openNoticeboard({});
    expect(await app.as(head).accounts.openNoticeboard({})).toEqual(first);
    await app.as(head).accounts.grantAuthority({ ...first, personId: teacher.personId, scope: 'draft' });
    const { accounts: mine } = await app.as(teacher).accounts.draftable({});
    expect(mine).toMatchObject([{ platform: { key: 'noticeboard' }, reach: 'public', interaction: 'closed' }]);
  }
});
