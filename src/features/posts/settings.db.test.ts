// A setting changed for a while: what is written, waits or is approved obeys at once, cites who says so, and is told beforehand.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FRIDAY, openWholeApp, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());

const reason = 'Tried for a term.';

async function ready() {
  const ground = await app.ready('starter', { pupils: ['Amelia,Fenwick,Year 4,Kingfisher'] });
  const change = async (settingId: string, answer: unknown, more: object = {}) => {
    const head = await ground.school.again(ground.head);
    const { revision } = await app.as(head).policy.readSetting({ settingId });
    return app.as(head).policy.changeSetting({ settingId, is: answer, reason, revision, ...more });
  };
  return { ...ground, change };
}

it('lets a post out on its author’s word while no second reader is asked, and asks for one again once that is undone', async () => {
  const { change, sent } = await ready();
  expect((await sent()).answer.outcome).toBe('waiting');
  await change('approval.secondReader', 'off');
  const alone = await sent();
  expect(alone.answer.outcome).toBe('approved');
  await change('approval.secondReader', 'required');
  expect((await sent()).answer.outcome).toBe('waiting');
});

it('stops words that a changed setting stops, and cites the change', async () => {
  const { author, change, draft } = await ready();
  await change('checks.pupilNames', 'none');
  const { postId } = await draft(author, { words: 'Well done, Amelia Fenwick of Year 4!' });
  const { outcome, check } = await app.as(author).posts.submit({ postId });
  expect(outcome).toBe('blocked');
  expect(check.findings).toContainEqual(
    expect.objectContaining({ rule: 'pupil-full-name', severity: 'block', clauses: ['SET-01'], source: 'policy' }),
  );
  const { clauses } = await app.as(author).policy.clauseNames({});
  expect(clauses['SET-01']).toMatchObject({ number: 'S1', own: true, text: 'A pupil may not be named at all.' });
});

it('does not act before its day', async () => {
  const { change, sent } = await ready();
  await change('approval.secondReader', 'off', { effectiveOn: '2036-11-24' });
  expect((await sent()).answer.outcome).toBe('waiting');
  app.clock.set('2036-11-24T09:00:00Z');
  expect((await sent(undefined, { details: { eventDate: '2036-12-01' } })).answer.outcome).toBe('approved');
  app.clock.set(FRIDAY);
});

it('tells beforehand which posts would need a reader, be stopped, or go out in other words', async () => {
  const { head, change, sent } = await ready();
  await change('approval.secondReader', 'off');
  const alone = await sent(undefined, { wantedAt: '2036-11-28T10:00' });
  const affected = (settingId: string, answer: unknown, more: object = {}) =>
    app.as(head).posts.affectedBySetting({ settingId, is: answer, ...more });
  const readers = await affected('approval.secondReader', 'required');
  expect(readers).toMatchObject({
    looked: 1,
    more: false,
    posts: [{ postId: alone.postId, effects: ['reader-needed'] }],
  });
  expect(readers.posts[0]!.deciders).toContain('Rosa Lindqvist');
  expect((await affected('post.signOff', 'none')).posts).toMatchObject([{ effects: ['other-words'] }]);
  expect((await affected('review.months', 3)).posts).toEqual([]);
  // By then it has gone out.
  expect((await affected('approval.secondReader', 'required', { effectiveOn: '2036-12-01' })).posts).toEqual([]);
});
