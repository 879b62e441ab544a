// Nobody writes for an account before what the policy puts first: refused with what is missing, its clause and where to do it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { confirmRules } from '#main/demo/confirm-rules.ts';
import { startingModules } from '#features/training/starting/modules.ts';
import { failureOf, FRIDAY, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());
beforeEach(() => app.clock.set(FRIDAY));

const complete = (person: PersonActor, moduleId: string) =>
  app.as(person).training.complete({
    moduleId,
    edition: 1,
    answers: startingModules.get(moduleId)!.questions.map(({ right }) => right),
  });

/** Authorised for the noticeboard, and nothing else done. */
async function untrained(mill: Ready): Promise<PersonActor> {
  const fresh = await mill.person({ name: 'Uma Untrained', jobTitle: 'Year 1 teacher' });
  const { waitsFor } = await app
    .as(await mill.school.again(mill.head))
    .accounts.grantAuthority({ accountId: mill.board, personId: fresh.personId, scope: 'draft' });
  expect(waitsFor.length).toBeGreaterThan(0);
  return mill.school.again(fresh);
}
const open = (person: PersonActor) => app.as(person).posts.open({});

describe('training and signature', () => {
  it('are asked for when authority is given, and before a draft is begun, with clause and address', async () => {
    const mill = await app.ready('st-josephs');
    const fresh = await untrained(mill);
    const refusal = await failureOf(open(fresh));
    expect(refusal).toMatchObject({ kind: 'refused-by-policy', code: 'not-ready-to-write' });
    expect(refusal.clauses).toEqual(expect.arrayContaining(['SJ-45', 'SJ-46']));
    expect(refusal.remedy).toContain('/policy/sign');
    expect(refusal.remedy).toContain('/training/runner-role');
    const { missing } = await app.as(fresh).accounts.readBeforeWriting({});
    expect(missing.map(({ href }) => href)).toEqual(['/policy/sign', '/training/policy', '/training/runner-role']);
    await complete(fresh, 'policy');
    await complete(fresh, 'runner-role');
    expect((await failureOf(open(fresh))).remedy).not.toContain('/training');
    await mill.readyRunner(fresh);
    expect(await open(fresh)).toMatchObject({ revision: 1 });
  });

  it('hold a copy of an old post back as well', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved();
    await mill.tick();
    await app.work();
    const fresh = await untrained(mill);
    expect(await failureOf(app.as(fresh).posts.copy({ postId }))).toMatchObject({ code: 'not-ready-to-write' });
  });

  it('stop what is sent once they have run out, and what was approved at its minute', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.draft();
    app.clock.set('2037-11-20T09:00:00Z');
    const author = await mill.school.again(mill.author);
    const wantedAt = '2037-11-23T09:00:00Z';
    const { postId: later, hash } = await mill.sent(author, { details: { eventDate: '2037-12-01' }, wantedAt });
    await mill.approve(await mill.school.again(mill.head), later, hash);
    app.clock.set('2037-11-23T09:00:30Z');
    await app.work();
    expect(await mill.state(later)).toBe('draft');
    const reopened = (await app.ledger(mill.school.id)).findLast(({ action }) => action === 'posts.beginPublishing');
    expect(reopened).toMatchObject({
      about: { result: 'reopened', why: 'newly-blocked' },
      clauses: expect.arrayContaining(['ST-31']),
    });
    const late = await app.as(await mill.school.again(mill.author)).posts.submit({ postId });
    expect(late.outcome).toBe('blocked');
    expect(late.check.obstacles).toContainEqual(
      expect.objectContaining({
        code: 'not-ready',
        href: '/training/policy',
        clauses: expect.arrayContaining(['ST-31']),
      }),
    );
  });

  it('are on record with module, day and last day; run out, they stop a post until they are done again [GH-44, SJ-34]', async () => {
    for (const [model, clause] of [
      ['grappenhall-heys', 'GH-44'],
      ['st-josephs', 'SJ-34'],
    ] as const) {
      app.clock.set(FRIDAY);
      const mill = await app.ready(model);
      const { done } = await app.as(mill.author).training.readMine({});
      expect(done.find(({ moduleId }) => moduleId === 'policy')).toMatchObject({
        completedOn: '2036-11-21',
        until: '2037-11-21',
      });
      const { postId } = await mill.draft(mill.author, { details: { eventDate: '2037-12-01' } });
      app.clock.set('2037-11-23T09:00:00Z');
      const author = await mill.school.again(mill.author);
      const late = await app.as(author).posts.submit({ postId });
      expect(late).toMatchObject({ outcome: 'blocked', hash: null });
      expect(late.check.obstacles).toContainEqual(
        expect.objectContaining({
          code: 'not-ready',
          href: '/training/policy',
          clauses: expect.arrayContaining([clause]),
        }),
      );
      for (const { href } of late.check.obstacles.filter(({ code }) => code === 'not-ready'))
        await complete(author, href!.replace('/training/', ''));
      expect((await app.as(author).posts.submit({ postId })).outcome).not.toBe('blocked');
    }
  });

  it('are not asked for where the policy says that training holds nobody up', async () => {
    const mill = await app.ready('starter');
    const { revision } = await app.as(mill.head).policy.readSetting({ settingId: 'training.gate' });
    await app
      .as(mill.head)
      .policy.changeSetting({ settingId: 'training.gate', is: false, revision, reason: 'While we begin.' });
    const fresh = await mill.person({ name: 'Ben Beginner' });
    await app
      .as(mill.head)
      .accounts.grantAuthority({ accountId: mill.board, personId: fresh.personId, scope: 'draft' });
    const { missing } = await app.as(fresh).accounts.readBeforeWriting({});
    expect(missing.map(({ href }) => href)).toEqual(['/policy/sign']);
  });

  it('a module of the school’s own comes first where the school says so', async () => {
    const mill = await app.ready('starter');
    const own = { title: 'Our pupils who must not be seen', words: 'Ask the office.', neededToRun: true };
    const { moduleId } = await app.as(mill.head).training.writeModule(own);
    expect((await failureOf(open(mill.author))).remedy).toContain(`/training/${moduleId}`);
    await app.as(mill.author).training.complete({ moduleId, edition: 1 });
    await open(mill.author);
  });

  it('only the headteacher lets somebody run an account where the policy asks for their own grant', async () => {
    const mill = await app.ready('starter');
    const { revision } = await app.as(mill.head).policy.readSetting({ settingId: 'account.authoriser' });
    const change = { settingId: 'account.authoriser', is: 'slt', revision, reason: 'The team knows people best.' };
    await app.as(mill.head).policy.changeSetting(change);
    const grant = (scope: 'draft' | 'run') =>
      app.as(mill.leader).accounts.grantAuthority({ accountId: mill.board, personId: mill.deputy.personId, scope });
    expect(await failureOf(grant('run'))).toMatchObject({ code: 'headteacher-grants', clauses: ['ST-31'] });
    await grant('draft');
  });
});

describe('a platform that is new to somebody', () => {
  it('submission is refused before its module is done, and goes through afterwards [TP-25]', async () => {
    const mill = await app.ready('tpat');
    const fresh = await mill.person({ name: 'Fay Fresh', jobTitle: 'Year 2 teacher' });
    const accountId = await mill.account('facebook', { authors: [], runners: [] });
    const paper = await app.rows<{ id: string }>('select id from policy_version where school_id = $1', [
      mill.school.id,
    ]);
    await app.as(mill.head).acknowledgement.recordPaper({
      versionId: paper[0]!.id,
      personIds: [fresh.personId],
      signedOn: '2036-11-21',
    });
    await app.as(mill.head).accounts.grantAuthority({ accountId, personId: fresh.personId, scope: 'draft' });
    const author = await mill.school.again(fresh);
    await confirmRules(app.as(author).accounts);
    const { postId } = await mill.draft(author, { accounts: [{ accountId }] });
    const refused = await app.as(author).posts.submit({ postId });
    expect(refused).toMatchObject({ outcome: 'blocked', hash: null });
    expect(refused.check.obstacles).toEqual([
      expect.objectContaining({
        code: 'not-ready',
        href: '/training/platform-facebook',
        clauses: expect.arrayContaining(['TP-25']),
      }),
    ]);
    await complete(author, 'platform-facebook');
    expect((await app.as(author).posts.submit({ postId })).outcome).not.toBe('blocked');
  });
});

describe('the rules of an account', () => {
  it('and the terms of its platform are shown with the composer and confirmed on first use, by each person for each account [TP-26, TP-04]', async () => {
    const mill = await app.ready('tpat');
    const accountId = await mill.account('facebook', { authors: [], runners: [] });
    const { account } = await app.as(mill.head).accounts.read({ accountId });
    await app.as(mill.admin).accounts.change({ ...account, accountId, rules: 'Only news of clubs.' });
    await app.as(mill.head).accounts.grantAuthority({ accountId, personId: mill.author.personId, scope: 'draft' });
    const before = await app.as(mill.author).accounts.readBeforeWriting({});
    expect(before.accounts).toMatchObject([
      { id: accountId, rules: 'Only news of clubs.', terms: expect.stringContaining('https://www.facebook.com/') },
    ]);
    expect(before.clauses).toEqual(expect.arrayContaining(['TP-04', 'TP-26']));
    const { postId } = await mill.draft(mill.author, { accounts: [{ accountId }] });
    const refused = await app.as(mill.author).posts.submit({ postId });
    expect(refused.outcome).toBe('blocked');
    expect(refused.check.obstacles).toEqual([
      expect.objectContaining({ code: 'not-ready', href: '/posts/before', clauses: expect.arrayContaining(['TP-26']) }),
    ]);
    expect(await confirmRules(app.as(mill.author).accounts)).toEqual({ confirmed: 1 });
    expect(await confirmRules(app.as(mill.author).accounts)).toEqual({ confirmed: 0 });
    expect((await app.as(mill.author).posts.submit({ postId })).outcome).not.toBe('blocked');

    const other = await mill.account('website', { authors: [], runners: [] });
    await app
      .as(mill.head)
      .accounts.grantAuthority({ accountId: other, personId: mill.author.personId, scope: 'draft' });
    await app.as(mill.head).accounts.grantAuthority({ accountId, personId: mill.colleague.personId, scope: 'draft' });
    const waiting = async (person: PersonActor) =>
      (await app.as(person).accounts.readBeforeWriting({})).accounts.map(({ id }) => id);
    expect(await waiting(mill.author)).toEqual([other]);
    expect(await waiting(mill.colleague)).toEqual([accountId]);
  });

  it('and whom one stands for are confirmed anew when a term begins, before anything is written [SN-123]', async () => {
    const mill = await app.ready('st-nicholas');
    await mill.operating.schools.setCalendar({
      terms: [
        { name: 'Autumn', starts: '2036-09-03', ends: '2036-12-19' },
        { name: 'Spring', starts: '2037-01-06', ends: '2037-03-27' },
      ],
      closures: [],
      weeklyHours: { monday: { opens: '08:45', closes: '15:30' } },
    });
    await open(mill.author);
    app.clock.set('2037-01-06T09:00:00Z');
    const author = await mill.school.again(mill.author);
    const before = await app.as(author).accounts.readBeforeWriting({});
    expect(before.reminder!.words).toContain('ambassador');
    const refusal = await failureOf(open(author));
    expect(refusal).toMatchObject({ code: 'not-ready-to-write', clauses: expect.arrayContaining(['SN-123']) });
    expect(refusal.remedy).toContain('/posts/before');
    await confirmRules(app.as(author).accounts);
    expect((await app.as(author).accounts.readBeforeWriting({})).reminder).toBeNull();
    await open(author);
  });

  it('are asked again at once where they are written anew within the term, and never confirmed unseen', async () => {
    const mill = await app.ready('tpat');
    const accountId = await mill.account('facebook');
    const { account } = await app.as(mill.head).accounts.read({ accountId });
    const write = (rules: string) => app.as(mill.admin).accounts.change({ ...account, accountId, rules });
    const open = async () => (await app.as(mill.author).accounts.readBeforeWriting({})).accounts;
    expect(await open()).toEqual([]);
    await write('Only news of clubs.');
    const [first] = await open();
    expect(first).toMatchObject({ id: accountId, rules: 'Only news of clubs.' });
    const { postId } = await mill.draft(mill.author, { accounts: [{ accountId }] });
    expect((await app.as(mill.author).posts.submit({ postId })).check.obstacles).toContainEqual(
      expect.objectContaining({ code: 'not-ready', href: '/posts/before', clauses: expect.arrayContaining(['TP-26']) }),
    );
    await write('Only news of clubs and choirs.');
    const stale = { accountIds: [accountId], shownSha256s: [first!.shownSha256] };
    expect(await failureOf(app.as(mill.author).accounts.confirmRules(stale))).toMatchObject({ code: 'rules-changed' });
    expect(await confirmRules(app.as(mill.author).accounts)).toEqual({ confirmed: 1 });
    expect(await open()).toEqual([]);
    expect((await app.as(mill.author).posts.submit({ postId })).outcome).not.toBe('blocked');
  });

  it('of an account that is not one’s own cannot be confirmed', async () => {
    const mill = await app.ready('tpat');
    const accountIds = [mill.board];
    expect(await failureOf(app.as(mill.chair).accounts.confirmRules({ accountIds, shownSha256s: [] }))).toMatchObject({
      code: 'not-authorised',
    });
  });
});
