// What clauses of the model policies ask about people in posts and the people who write them, done under those very policies.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, FRIDAY, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => {
  app = await openWholeApp();
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

/** Sends these words as the author. @returns what was found by each rule, and the outcome */
async function send(school: Ready, words: string, by = school.author, account = school.board) {
  const { postId } = await school.draft(by, { words, accounts: [{ accountId: account }] });
  const { outcome, check } = await app.as(by).posts.submit({ postId });
  return { outcome, found: (rule: string) => check.findings.find((finding) => finding.rule === rule) };
}

describe('under st-nicholas', () => {
  let school: Ready;
  beforeAll(async () => {
    school = await app.ready('st-nicholas', { pupils: ['Amelia,Fenwick,4,4K'] });
    await app.as(school.admin).schools.setConfidentialTerms({ terms: [{ term: 'Project Kestrel' }] });
  });

  test('the directory has no place for a private telephone number, and one in a draft stops it [SN-56]', async () => {
    const number = '07700 900461';
    const text = `First name,Last name,Role,Mobile\nVera,Quill,Volunteer,${number}`;
    await app.as(school.head).people.importStaff({ text, covers: 'these-people', typedWord: 'CHANGE' });
    const { people } = await app.as(school.head).people.list({ search: 'quill' });
    const entry = await app.as(school.head).people.read({ personId: people[0]!.id });
    expect(entry.name).toBe('Vera Quill');
    expect(JSON.stringify({ people, entry })).not.toMatch(/07700|900461/);
    const kept = await app.rows<{ row: string }>('select p::text as row from person p where school_id = $1', [
      school.school.id,
    ]);
    expect(kept.filter(({ row }) => row.includes('900461'))).toEqual([]);

    for (const words of [
      `Ring Vera on ${number} about the fair.`,
      'Text me on +44 (0)7700 900461 to help at the fair.',
    ]) {
      const { outcome, found } = await send(school, words);
      expect(outcome).toBe('blocked');
      expect(found('personal-phone')).toMatchObject({ severity: 'block', source: 'policy' });
      expect(found('personal-phone')!.clauses).toContain('SN-56');
    }
  });

  test.each([
    ['of a pupil', 'Amelia Fenwick was off with us all week.', 'pupil-full-name'],
    ['of a colleague', 'Owen Pugh has moved to 14 Larkspur Road, so send cards there.', 'postal-address'],
    ['of a member of the public', 'Mrs Penhaligon can be written to at j.penhaligon@gmail.com.', 'personal-email'],
    ['of the school', 'We can now tell you all about Project Kestrel.', 'confidential'],
  ])('what is confidential %s stops the post [SN-63]', async (_, words, rule) => {
    const { outcome, found } = await send(school, words);
    expect(outcome).toBe('blocked');
    expect(found(rule)).toMatchObject({ severity: 'block' });
  });

  test('a promise on the school’s behalf stops a post whose author may not commit the school, and no other', async () => {
    const words = 'We guarantee every child a place in after-school club.';
    const { outcome, found } = await send(school, words);
    expect(outcome).toBe('blocked');
    expect(found('commitment')).toMatchObject({ severity: 'block', source: 'policy', clauses: ['SN-130'] });
    const pages = await school.account('website', {
      name: 'The leaders’ pages',
      authors: [school.deputy, school.leader, school.admin],
    });
    for (const leader of [school.deputy, school.leader]) {
      expect((await send(school, words, leader, pages)).found('commitment')).toBeUndefined();
    }
    expect((await send(school, words, school.admin, pages)).found('commitment')).toBeDefined();
  });
});

test.each(['grappenhall-heys', 'st-josephs'] as const)(
  'whoever administers an account writes by the same path as anybody, and everybody’s contributions to it are counted, under %s [GH-40, SJ-30]',
  async (model) => {
    const school = await app.ready(model);
    const { admin, author, runner, colleague } = school;
    const accountId = await school.account('website', {
      name: 'The website',
      authors: [author],
      runners: [admin, runner],
    });
    const there = { accounts: [{ accountId }] };
    expect((await app.as(admin).accounts.read({ accountId })).account.can.draft).toBe(true);

    const own = await school.sent(admin, there);
    expect(own.answer.outcome).toBe('waiting');
    const post = await app.as(runner).posts.read({ postId: own.postId });
    expect(post.authors).toEqual([{ id: admin.personId, name: admin.name }]);
    expect(await failureOf(school.approve(admin, own.postId))).toMatchObject({ code: 'own-post' });
    await school.approve(runner, own.postId);
    await school.draft(author, there);
    const { postId: discarded } = await school.draft(author, there);
    await app.as(author).posts.discard({ postId: discarded });

    const counted = await app.as(admin).posts.countContributions({ accountId });
    expect(counted.people).toMatchObject([
      { name: 'Priya Raman', posts: 1, published: 0, lastAt: expect.any(String) as unknown },
      { name: 'Tom Ashworth', posts: 1, published: 0, lastAt: expect.any(String) as unknown },
    ]);
    await app.work();
    const { deliveries } = await app.as(runner).posts.read({ postId: own.postId });
    await app
      .as(runner)
      .posts.reportByHand({ deliveryId: deliveries[0]!.id, permalink: 'https://www.millrace.example.org/news/1' });
    const after = await app.as(school.head).posts.countContributions({ accountId });
    expect(after.people.find(({ personId }) => personId === admin.personId)).toMatchObject({ posts: 1, published: 1 });
    expect(await failureOf(app.as(colleague).posts.countContributions({ accountId }))).toMatchObject({
      kind: 'forbidden',
    });
  },
);

test('under tpat what is confidential stops a draft by the check that each draft goes through [TP-62]', async () => {
  const school = await app.ready('tpat');
  await app.as(school.admin).schools.setConfidentialTerms({ terms: [{ term: 'Project Kestrel' }] });
  const { outcome, found } = await send(school, 'We can now tell you all about Project Kestrel.');
  expect(outcome).toBe('blocked');
  expect(found('confidential')).toMatchObject({
    severity: 'block',
    source: 'policy',
    clauses: expect.arrayContaining(['TP-62']) as unknown,
  });
});

test('the register lists the designated people of an account, with how much each wrote and when they last used it [TP-47]', async () => {
  const school = await app.ready('tpat');
  const { author, runner, colleague } = school;
  const accountId = await school.account('website', { name: 'The website', authors: [author], runners: [runner] });
  const there = { accounts: [{ accountId }] };
  await school.draft(author, there);
  app.clock.advance({ hours: 2 });
  await school.draft(author, there);
  const { account } = await app.as(runner).accounts.read({ accountId });
  expect([...account.runners, ...account.authors].map(({ name }) => name)).toEqual([runner.name, author.name]);
  const { people } = await app.as(runner).posts.countContributions({ accountId });
  expect(people).toMatchObject([{ personId: author.personId, posts: 2 }]);
  expect(Temporal.Instant.from(people[0]!.lastAt).toString()).toBe('2036-11-21T11:00:00Z');
  expect(await failureOf(school.draft(colleague, there))).toMatchObject({ code: 'not-authorised-for-account' });
});

test('a press release waits for the press lead, and goes out on the word of nobody else [TP-21]', async () => {
  const school = await app.ready('tpat');
  const release = { words: 'Our new library opens to the village on Friday.', category: 'press-release' };
  const { postId, answer } = await school.sent(school.author, release);
  expect(answer.outcome).toBe('waiting');
  expect(answer.check.need).toMatchObject({ why: 'press', roles: ['headteacher'], people: 1 });
  expect(answer.check.need.clauses).toEqual(expect.arrayContaining(['TP-21', 'ST-85']));
  for (const other of [school.runner, school.leader, school.deputy, school.chair]) {
    expect(await failureOf(school.approve(other, postId))).toMatchObject({
      kind: 'refused-by-policy',
      code: 'not-the-decider',
      clauses: expect.arrayContaining(['TP-21']) as unknown,
    });
  }
  await app.work();
  expect(await school.notices()).toEqual([]);
  await school.approve(school.head, postId);
  await app.work();
  expect((await school.notices()).map(({ words }) => words)).toEqual([
    expect.stringContaining('new library') as unknown,
  ]);

  // In a hurry it takes the same way.
  const urgent = await school.draft(school.author, {
    ...release,
    emergency: true,
    emergencyReason: 'The paper closes at noon.',
  });
  expect(urgent.saved.need).toMatchObject({ why: 'press', roles: ['headteacher'] });
});

test('for an account that anybody reads, the author says how a post might be read or shared, and the answer is kept [SN-127]', async () => {
  const school = await app.ready('st-nicholas');
  const { postId, saved } = await school.draft(school.author, { statements: { travels: '' } });
  expect(saved.obstacles).toMatchObject([{ code: 'no-travels', field: 'statements.travels', clauses: ['SN-127'] }]);
  expect(await app.as(school.author).posts.submit({ postId })).toMatchObject({ outcome: 'blocked', hash: null });
  expect(await school.state(postId)).toBe('draft');

  const travels = 'By the local paper, as if all of Year 4 had been there.';
  const answered = await school.sent(school.author, { statements: { travels } });
  const { content } = await app.as(school.runner).posts.read({ postId: answered.postId });
  expect(content.statements.travels).toBe(travels);

  const inside = await school.account('website', { name: 'For members', reach: 'known-members' });
  const unasked = await school.sent(school.author, { accounts: [{ accountId: inside }], statements: { travels: '' } });
  expect(unasked.answer.outcome).toBe('waiting');
});

test('a post to pupils is refused until its author has weighed whether it is suitable and what follows, and that is kept [GH-28]', async () => {
  const school = await app.ready('grappenhall-heys');
  expect((await app.as(school.author).posts.readGuide({})).pupils).toEqual({ value: true, clauses: ['GH-28'] });
  const forPupils = { forPupils: true, pupilsWhy: 'They asked for the reading list, and it is schoolwork.' };
  const half = await school.draft(school.author, { statements: forPupils });
  expect(half.saved.obstacles).toMatchObject([{ code: 'no-pupils-implies', clauses: ['GH-28'] }]);
  expect(await app.as(school.author).posts.submit({ postId: half.postId })).toMatchObject({
    outcome: 'blocked',
    hash: null,
  });

  const assessed = { ...forPupils, pupilsImplies: 'Comments are closed; questions go to the form tutor.' };
  const whole = await school.sent(school.author, { statements: assessed });
  expect(whole.answer.outcome).toBe('waiting');
  const { content } = await app.as(school.runner).posts.read({ postId: whole.postId });
  expect(content.statements).toMatchObject(assessed);
});
