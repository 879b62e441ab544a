// The health of the policy on real facts: who signed when, what was stopped, and the good that accounts did.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator, systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { failureOf, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';
import type { HealthFigure } from './trust-figure.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());

const TODAY = '2036-11-21';
const healthOf = (school: Ready, more: object = {}) => app.as(school.head).evidence.readHealth(more);

/** Published now, on the noticeboard of its school. */
async function publish(school: Ready, wanted: object): Promise<void> {
  await school.approved(school.author, wanted);
  await app.work();
}

describe('the good side', () => {
  it('shows posts by purpose, reach as it was typed in, and objectives met for each account, beside what was stopped [GH-11]', async () => {
    const school = await app.ready('grappenhall-heys', { name: 'Larchwood School' });
    await publish(school, { objective: 'News for families' });
    await publish(school, { objective: 'News for families', words: 'The choir sings on Friday. All are welcome.' });
    const before = (await healthOf(school)).benefit;
    expect(before.posts).toBe(2);
    expect(before.kinds.find(({ kind }) => kind === 'announcement')).toMatchObject({ posts: 2 });
    const [account] = before.accounts;
    expect(account).toMatchObject({ accountId: school.board, posts: 2, reach: null });
    expect(account!.objectives).toEqual([{ objective: 'News for families', posts: 2, judged: null }]);

    const asHead = app.as(school.head).evidence;
    await asHead.noteReach({
      accountId: school.board,
      from: '2036-11-01',
      to: '2036-11-20',
      reached: 310,
      followers: 90,
      source: 'the page’s own statistics',
    });
    await asHead.judgeObjective({
      accountId: school.board,
      objective: 'News for families',
      outcome: 'met',
      words: 'Fewer calls to the office.',
    });
    const { postId } = await school.draft(school.author, { words: 'Write to priya.private@example.com about it.' });
    expect((await app.as(school.author).posts.submit({ postId })).outcome).toBe('blocked');
    await app.database.sealer.sealNow(school.school.id);
    const { benefit, figures, stopped } = await app.as(school.chair).evidence.readHealth({});
    expect(figures.happened.stopped).toBe(1);
    expect(stopped.length).toBeGreaterThan(0);
    expect(benefit.statements.map(({ id }) => id)).toContain('GH-11');
    expect(benefit.accounts[0]).toMatchObject({
      reach: { reached: 310, followers: 90, to: '2036-11-20' },
      objectives: [{ objective: 'News for families', posts: 2, judged: { outcome: 'met' } }],
    });
  });

  it('stores why the school is on social media, and counts the posts and accounts that served teaching and learning [SN-01]', async () => {
    const school = await app.ready('st-nicholas', { name: 'Harbour School' });
    await publish(school, { category: 'educational', words: 'Year 4 found seven kinds of moss. Ask them which.' });
    await publish(school, { category: 'engagement' });
    expect((await healthOf(school)).benefit.teaching).toEqual({ chosen: false, posts: 0, accounts: 0 });
    await app.as(school.head).evidence.chooseTeaching({ kinds: ['educational'] });
    const { benefit } = await healthOf(school);
    expect(benefit.statements.find(({ id }) => id === 'SN-01')?.text).toMatch(/teaching and learning/);
    expect(benefit.posts).toBe(2);
    expect(benefit.teaching).toEqual({ chosen: true, posts: 1, accounts: 1 });
    expect(benefit.accounts.find(({ accountId }) => accountId === school.board)).toMatchObject({
      posts: 2,
      teachingPosts: 1,
    });
  });

  it('takes no figure without a number, of days to come, of a kind that is none, or of another school’s account', async () => {
    const [school, other] = [await app.ready('starter'), await app.ready('starter', { name: 'Another School' })];
    const asHead = app.as(school.head).evidence;
    const reach = { accountId: school.board, from: '2036-11-01', to: TODAY, source: 'its statistics' };
    expect((await failureOf(asHead.noteReach(reach))).code).toBe('no-figure');
    expect((await failureOf(asHead.noteReach({ ...reach, to: '2036-12-01', reached: 1 }))).code).toBe('days-to-come');
    expect((await failureOf(asHead.noteReach({ ...reach, accountId: other.board, reached: 1 }))).kind).toBe(
      'not-found',
    );
    expect((await failureOf(asHead.chooseTeaching({ kinds: ['sonnets'] }))).code).toBe('no-such-kind');
    expect((await failureOf(app.as(school.author).evidence.noteReach({ ...reach, reached: 1 }))).kind).toBe(
      'forbidden',
    );
  });
});

describe('the health of the policy', () => {
  it('says who answers for it, what is due, and how its clauses stand', async () => {
    const school = await app.ready('tpat', { name: 'Elm School' });
    await app.database.sealer.sealNow(school.school.id);
    const health = await healthOf(school);
    expect(health.accountable).toMatchObject({ role: 'the headteacher' });
    expect(health.version).toMatchObject({ n: 1, effectiveOn: TODAY });
    const { clauses, acknowledged } = health.figures;
    expect(clauses.working + clauses.quiet + clauses.notYet).toBe(clauses.total);
    expect(acknowledged.people).toBeGreaterThan(0);
    expect(health.points.at(-1)).toMatchObject({ day: TODAY, acknowledged });
    expect((await failureOf(app.as(school.author).evidence.readHealth({}))).clauses).toContain('TP-17');
  });

  it('counts what somebody tried to do that was not theirs, and not the pages that they opened', async () => {
    const school = await app.ready('tpat', { name: 'Rowan School' });
    const asAuthor = app.as(school.author);
    expect((await failureOf(asAuthor.evidence.readHealth({}))).kind).toBe('forbidden');
    await failureOf(asAuthor.evidence.chooseTeaching({ kinds: ['educational'] }));
    await app.database.sealer.sealNow(school.school.id);
    expect((await healthOf(school)).figures.happened.forbidden).toBe(1);
  });

  it('counts people as overdue once their day has passed, each with the way to put it right', async () => {
    const school = await app.ready('tpat', { name: 'Ash School' });
    await school.person({ name: 'Una Marrow' });
    const days = await healthOf(school);
    const open = days.figures.acknowledged.people - days.figures.acknowledged.complete;
    expect(open).toBeGreaterThan(0);
    app.clock.advance({ hours: 24 * 200 });
    const head = await school.school.again(school.head);
    const late = await app.as(head).evidence.readHealth({});
    expect(late.figures.acknowledged.overdue).toBe(open);
    expect(late.overdue.find(({ href }) => href === '/policy/acknowledgement')).toMatchObject({ n: open });
    const { clauses } = await app.as(head).evidence.listClauses({});
    expect(clauses.some(({ overdue }) => overdue.some(({ href }) => href === '/policy/acknowledgement'))).toBe(true);
    app.clock.advance({ hours: -24 * 200 });
  });

  it('tells the trust in figures, and names nobody', async () => {
    const school = await app.ready('tpat', { name: 'Oak School' });
    const trustId = newId(app.clock.now());
    await app.rows('insert into trust (id, name, created_at) values ($1, $2, now())', [trustId, 'Wood Trust']);
    await app.rows('update school set trust_id = $2 where id = $1', [school.school.id, trustId]);
    const system = app.as(systemActor(school.school.id, 'evidence.tellTrust')).evidence;
    expect(await system.findTrust({})).toEqual({ belongs: true });
    await system.publishHealth({});
    const seen = await app.as(operator(trustId)).evidence.readTrustHealth({});
    expect(seen).toMatchObject({ trust: 'Wood Trust', schools: [{ school: 'Oak School', version: 1 }] });
    expect(seen.points.at(-1)?.day).toBe(TODAY);
    const [kept] = await app.rows<{ value: HealthFigure }>(
      `select value from trust_figure where school_id = $1 and name = 'health'`,
      [school.school.id],
    );
    for (const { name } of [school.head, school.author, school.runner])
      expect(JSON.stringify(kept!.value)).not.toContain(name.split(' ')[1]);
    expect((await failureOf(app.as(school.head).evidence.readTrustHealth({}))).kind).toBe('forbidden');
  });
});

describe('what is handed over', () => {
  it('is a table, JSON or paper of the same figures, and that it was taken is on record', async () => {
    const school = await app.ready('tpat', { name: 'Yew School' });
    await app.database.sealer.sealNow(school.school.id);
    const asHead = app.as(school.head).evidence;
    const [{ table }, { evidence }, { paper, name }] = [
      await asHead.exportEvidence({ as: 'csv' }),
      await asHead.exportEvidence({ as: 'json' }),
      await asHead.exportEvidence({ as: 'pdf', clauseId: 'TP-46' }),
    ];
    expect(table).toHaveLength(evidence!.clauses.length + 1);
    expect(table!.find(([id]) => id === 'TP-46')).toContain('Works, with evidence');
    expect(name).toBe(`evidence-TP-46-${TODAY}`);
    expect(paper).toMatchObject({ title: 'Evidence: clause 5.2, The headteacher authorises', school: 'Yew School' });
    const taken = (await app.ledger(school.school.id)).filter(({ action }) => action === 'evidence.exportEvidence');
    expect(taken.map(({ about }) => about['as'])).toEqual(['csv', 'json', 'pdf']);
  });
});
