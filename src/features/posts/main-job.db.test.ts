// The main job end to end on a real database: a school on a model policy, a draft, a decision, a notice, a ledger that proves it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FRIDAY, openWholeApp, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => {
  app = await openWholeApp();
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

const PUPILS = ['Oliver,Tregenna,4,4B', 'Maya,Adeyemi,4,4B'];
const NAMED = 'Well done Oliver Tregenna of 4B, who won the cross-country race.';
const MENDED = 'Well done to our runners, who won the cross-country race.';

test('a pupil named in full is stopped, the words are mended, a second person agrees, it goes out, and the ledger proves it [TP-30, TP-59]', async () => {
  const tpat = await app.ready('tpat', { pupils: PUPILS });
  const { author, runner, head } = tpat;
  const details = { achievement: 'First in the county race' };
  const { postId, saved } = await tpat.draft(author, { words: NAMED, category: 'celebration', details });
  expect(saved.outcome).toBe('block');
  const named = saved.findings.find((finding) => finding.rule === 'pupil-full-name');
  expect(named).toMatchObject({ severity: 'block', excerpt: 'Oliver Tregenna', source: 'policy' });
  expect(named!.clauses).toEqual(expect.arrayContaining(['TP-30', 'TP-59']));

  const blocked = await app.as(author).posts.submit({ postId });
  expect(blocked).toMatchObject({ outcome: 'blocked', hash: null, deciders: [] });
  expect(await tpat.state(postId)).toBe('draft');

  const mended = await app.as(author).posts.save({
    postId,
    revision: saved.revision,
    ...tpat.content({ words: MENDED, category: 'celebration', details }),
  });
  expect(mended.outcome).not.toBe('block');
  const sent = await app.as(author).posts.submit({ postId });
  expect(sent.outcome).toBe('waiting');
  expect(sent.deciders.map(({ name }) => name)).toEqual([
    'Rosa Lindqvist',
    'Sam Whitlock',
    'Dee Sharma',
    'Ngozi Okafor',
  ]);
  expect((await app.as(runner).decisions.listWaiting({})).decisions).toMatchObject([{ subjectId: postId }]);

  expect(await tpat.approve(runner, postId, sent.hash!)).toMatchObject({ state: 'approved', wanting: 0 });
  await app.work();
  expect(await tpat.state(postId)).toBe('published');
  const [notice] = await tpat.notices();
  expect(notice).toMatchObject({ words: `${MENDED}\n\nYear 4 teacher`, removedAt: null });
  expect((await tpat.visitor.posts.readNotice({ noticeId: notice!.id })).words).toContain('our runners');
  const shown = await app.as(head).posts.read({ postId });
  expect(shown.deliveries).toMatchObject([
    { state: 'published', permalink: `/schools/${tpat.school.slug}/notices/${notice!.id}` },
  ]);

  const done = (await app.ledger(tpat.school.id)).filter(
    ({ about }) => about['post'] === postId || about['delivery'] === shown.deliveries[0]!.id,
  );
  expect(done.map(({ action }) => action)).toEqual([
    'posts.open', 'posts.save', 'posts.submit', 'posts.save', 'posts.submit', 'posts.approve', 'posts.beginPublishing', 'posts.pin', 'posts.settleDelivery',
  ]); // prettier-ignore
  expect(done[2]).toMatchObject({
    about: { result: 'blocked' },
    clauses: expect.arrayContaining(['TP-30', 'TP-59']) as unknown,
  });
  expect(JSON.stringify(done)).not.toMatch(/Tregenna|runners|Priya/);
  expect(await app.verified(tpat.school.id)).toMatchObject({ holds: true, problems: [], unsealed: { count: 0 } });
});

test('the same draft under a policy that does not speak of names is stopped by Gatepost’s default, and says so', async () => {
  const heys = await app.ready('grappenhall-heys', { pupils: PUPILS });
  const { saved } = await heys.draft(heys.author, { words: NAMED });
  const named = saved.findings.find((finding) => finding.rule === 'pupil-full-name');
  expect(named).toMatchObject({ severity: 'block', source: 'default', clauses: ['ST-46'] });
});

test('a signature goes out too, so a pupil’s name or a private number in it is found', async () => {
  const school = await app.ready('grappenhall-heys', { pupils: PUPILS });
  await app.as(school.author).people.changeSignOff({ signOff: 'Oliver Tregenna, 07700 900123' });
  const { saved } = await school.draft(school.author, { words: MENDED });
  expect(saved.going[0]!.words).toContain('Oliver Tregenna');
  const found = saved.findings.filter(({ part }) => part === 'signature').map(({ rule }) => rule);
  expect(found).toEqual(expect.arrayContaining(['pupil-full-name', 'personal-phone']));
  expect(saved.outcome).toBe('block');
});

test('a post goes out within the very second that was chosen, however its time is written', async () => {
  const school = await app.ready('starter');
  const { postId, hash } = await school.sent(school.author, { wantedAt: '2036-11-21T15:00:00Z' });
  await school.approve(school.runner, postId, hash);
  app.clock.set('2036-11-21T15:00:00.041Z');
  await app.work();
  expect(await school.state(postId)).toBe('published');
});
