// Out once and at its time, whatever fails in between; not at all when something new has come up; and down again with proof.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '#kernel/actor.ts';
import { failureOf, FRIDAY, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';
import type { Publisher, PublishRequest } from './ports.ts';

let app: WholeApp;
let real: Publisher;
beforeAll(async () => {
  app = await openWholeApp();
  real = app.ports.publishers['noticeboard']!;
});
beforeEach(() => {
  app.clock.set(FRIDAY);
  app.ports.publishers['noticeboard'] = real;
});
afterAll(() => app.close());

const LATER = '2036-11-21T15:30';
const AT_LAST = '2036-11-21T15:30:00Z';
/** The noticeboard, but with some of its answers lost. */
const wrapped = (more: Partial<Publisher>) => void (app.ports.publishers['noticeboard'] = { ...real, ...more });
const begunOf = async (school: Ready, postId: string) =>
  (await app.ledger(school.school.id)).findLast(
    ({ action, about }) => action === 'posts.beginPublishing' && about['post'] === postId,
  );

describe('at its time', () => {
  test('not a minute before, in the school’s own zone, and then', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved(mill.author, { wantedAt: LATER });
    app.clock.set('2036-11-21T15:29:59Z');
    await app.work();
    expect(await mill.state(postId)).toBe('approved');
    app.clock.set(AT_LAST);
    await app.work();
    expect(await mill.state(postId)).toBe('published');
    expect((await mill.notices())[0]!.publishedAt).toBe(AT_LAST);
  });

  test('what nobody decided in time expires, is never sent late, and its authors are told', async () => {
    const mill = await app.ready('starter');
    const { postId, hash } = await mill.sent(mill.author, { wantedAt: LATER });
    app.clock.set(AT_LAST);
    await mill.tick();
    expect(await mill.state(postId)).toBe('expired');
    expect(await failureOf(mill.approve(await mill.school.again(mill.runner), postId, hash))).toMatchObject({
      kind: 'conflict',
    });
    await app.work();
    expect(await mill.notices()).toEqual([]);
    const { notices } = await app.as(mill.author).people.readNotices({});
    expect(notices.map(({ kind }) => kind)).toContain('posts.expired');
    expect(JSON.stringify(notices)).not.toContain('harvest');
    // It may be given another time and sent again.
    const { revision } = await app.as(mill.author).posts.read({ postId });
    await app.as(mill.author).posts.save({ postId, revision, ...mill.content({ wantedAt: '2036-11-21T17:00' }) });
    expect((await app.as(mill.author).posts.submit({ postId })).outcome).toBe('waiting');
  });

  test('an approval that comes after its time is refused before the clock has struck', async () => {
    const mill = await app.ready('starter');
    const { postId, hash } = await mill.sent(mill.author, { wantedAt: LATER });
    app.clock.set('2036-11-21T15:31:00Z');
    const late = await failureOf(mill.approve(await mill.school.again(mill.runner), postId, hash));
    expect(late).toMatchObject({
      kind: 'refused-by-policy',
      code: 'now-blocked',
      message: expect.stringContaining('time chosen has passed') as unknown,
    });
    expect(late.clauses.length).toBeGreaterThan(0);
    await app.work();
    expect(await mill.notices()).toEqual([]);
  });

  test('a quiet minute leaves nothing in the ledger', async () => {
    const mill = await app.ready('starter');
    await mill.sent();
    const before = (await app.ledger(mill.school.id)).length;
    await mill.tick();
    expect((await app.ledger(mill.school.id)).length).toBe(before);
  });
});

describe('looked at again at the publishing minute', () => {
  /** Approved for later; then the world changes; at its time it stands as a draft again, nothing is out, and its author knows. */
  async function expectStopped(mill: Ready, change: () => Promise<unknown>, why: string, wanted = {}) {
    const { postId } = await mill.approved(mill.author, { wantedAt: LATER, ...wanted });
    await change();
    app.clock.set(AT_LAST);
    await app.work();
    expect(await mill.state(postId)).toBe('draft');
    expect(await mill.notices()).toEqual([]);
    const begun = await begunOf(mill, postId);
    expect(begun).toMatchObject({ about: { result: 'reopened', why } });
    expect(begun!.clauses.length).toBeGreaterThan(0);
    const told = await app.rows<{ kind: string }>('select kind from notice where school_id = $1 and person_id = $2', [
      mill.school.id,
      mill.author.personId,
    ]);
    expect(told.map(({ kind }) => kind)).toContain('posts.reopened');
  }

  test('a pupil of that name has joined the roll', async () => {
    const mill = await app.ready('starter');
    const list = { text: 'First name,Last name,Year,Class\nKerensa,Trelawny,3,3T', covers: 'whole-roll' as const };
    await expectStopped(mill, () => mill.operating.people.importPupils(list), 'newly-blocked', {
      words: 'A talk by Kerensa Trelawny about the sea is on Friday.',
      statements: { basis: 'She is our guest and agreed.' },
    });
  });

  test('its author has left', async () => {
    const mill = await app.ready('starter');
    await expectStopped(
      mill,
      () => mill.operating.people.endPerson({ personId: mill.author.personId }),
      'no-longer-authorised',
    );
  });

  test('its author’s authority has ended', async () => {
    const mill = await app.ready('starter');
    const end = { accountId: mill.board, personId: mill.author.personId };
    await expectStopped(mill, () => app.as(mill.head).accounts.endAuthority(end), 'no-longer-authorised');
  });

  test('the account has been closed', async () => {
    const mill = await app.ready('starter');
    const close = { accountId: mill.board, reason: 'We use another.' };
    await expectStopped(mill, () => app.as(mill.admin).accounts.close(close), 'no-longer-authorised');
  });

  test('a second question came up beside one that was cleared', async () => {
    const mill = await app.ready('starter');
    const words = 'Trust Ltd overcharged parents last year. The fair is at Whitestone Barn.';
    const { postId } = await mill.sent(mill.author, { wantedAt: LATER, words });
    await mill.approve(mill.head, postId);
    const list = { text: 'First name,Last name,Year,Class\nWhitestone,Barn,3,3T', covers: 'whole-roll' as const };
    await mill.operating.people.importPupils(list);
    app.clock.set(AT_LAST);
    await app.work();
    expect(await mill.state(postId)).toBe('draft');
  });

  test('what was in question and was cleared goes out', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.sent(mill.author, {
      wantedAt: LATER,
      words: 'Trust Ltd overcharged parents last year.',
    });
    await mill.approve(mill.head, postId);
    app.clock.set(AT_LAST);
    await app.work();
    expect(await mill.state(postId)).toBe('published');
  });
});

describe('once', () => {
  const TRIES = [
    ['before the notice was pinned', 0],
    ['after the notice was pinned', 1],
  ] as const;
  test.each(TRIES)(
    'the worker dies %s: it is sent when the job runs again, and there is one notice',
    async (_when, after) => {
      const mill = await app.ready('starter');
      let deaths = 0;
      wrapped({
        async publish(request: PublishRequest) {
          if (after === 1) await real.publish(request);
          if (deaths++ === 0) throw new Error('killed');
          return real.publish(request);
        },
      });
      const { postId } = await mill.approved();
      await app.work();
      expect(await mill.state(postId)).toBe('published');
      expect(await mill.notices()).toHaveLength(1);
      expect(deaths).toBe(after === 1 ? 1 : 2);
    },
  );

  test('the worker dies before it could settle, and the job is lost with it: the clock asks again', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved();
    const { toSend } = await mill.system.posts.beginPublishing({ postId });
    await real.publish({ schoolId: mill.school.id, deliveryId: toSend[0]!.deliveryId, payload: toSend[0]!.payload });
    // A worker that was killed keeps its job locked for hours.
    await app.rows(`delete from graphile_worker._private_jobs where key like $1`, [`%${postId}`]);
    app.clock.advance({ minutes: 1 });
    await mill.tick();
    expect(await mill.state(postId)).toBe('publishing');
    app.clock.advance({ minutes: 1 });
    await mill.tick();
    await app.work();
    expect(await mill.state(postId)).toBe('published');
    expect(await mill.notices()).toHaveLength(1);
  });

  test('the job of an approved post is lost: the clock asks again', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved(mill.author, { wantedAt: LATER });
    await app.rows(`delete from graphile_worker._private_jobs where key like $1`, [`%${postId}`]);
    app.clock.set('2036-11-21T15:34:00Z');
    await mill.tick();
    await app.work();
    expect(await mill.state(postId)).toBe('published');
  });

  test('an answer that was lost is asked for, not sent again', async () => {
    const mill = await app.ready('starter');
    let sent = 0;
    wrapped({
      async publish(request: PublishRequest) {
        sent += 1;
        await real.publish(request);
        return { outcome: 'unknown', problem: 'The connection broke.' };
      },
    });
    const { postId } = await mill.approved();
    await app.work();
    expect(await mill.state(postId)).toBe('publishing');
    const { deliveries } = await app.as(mill.runner).posts.read({ postId });
    expect(deliveries).toMatchObject([{ state: 'unknown', problem: 'The connection broke.' }]);
    const { duties } = await app.as(mill.runner).duties.listToday({});
    expect(duties.map(({ kind }) => kind)).toContain('posts.find-out');
    app.clock.advance({ minutes: 2 });
    await mill.tick();
    await app.work();
    expect(await mill.state(postId)).toBe('published');
    expect(sent).toBe(1);
    expect(await mill.notices()).toHaveLength(1);
  });

  test('the noticeboard takes only the bytes that were sealed, and only while they are to go out', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved();
    const { toSend } = await mill.system.posts.beginPublishing({ postId });
    const { deliveryId, payload } = toSend[0]!;
    const board = app.as({ kind: 'connector', scopeId: mill.school.id, connector: 'noticeboard' }).posts;
    const asked = (more: object) =>
      board.pin({ deliveryId, payload: { ...payload, pictures: [...payload.pictures], ...more } });
    expect(await failureOf(asked({ words: 'Other words' }))).toMatchObject({
      kind: 'conflict',
      code: 'not-what-was-sealed',
    });
    expect(await failureOf(asked({ accountId: mill.school.id }))).toMatchObject({ code: 'not-what-was-sealed' });
    for (const person of [mill.head, mill.admin, operator(mill.school.id)]) {
      expect(
        await failureOf(app.as(person).posts.pin({ deliveryId, payload: { ...payload, pictures: [] } })),
      ).toMatchObject({ kind: 'forbidden' });
    }
    const [one, two] = await Promise.all([asked({}), asked({})]);
    expect(one).toEqual(two);
    expect(await mill.notices()).toHaveLength(1);
    await app.as(mill.head).posts.takeDown({ postId, reason: 'A wrong date.' });
    expect(await failureOf(asked({}))).toMatchObject({ code: 'not-what-was-sealed' });
  });

  test('two hundred due at one minute go out once each', async () => {
    const st = await app.ready('st-nicholas');
    const reason = { statements: { withoutReader: 'A list of dates.' } };
    const ids: string[] = [];
    for (let n = 0; n < 200; n++) {
      if (n % 50 === 0) app.clock.advance({ minutes: 1 });
      ids.push(
        (
          await st.sent(n % 2 === 0 ? st.author : st.colleague, {
            words: `Date number ${n}.`,
            wantedAt: LATER,
            ...reason,
          })
        ).postId,
      );
    }
    app.clock.set(AT_LAST);
    await Promise.all([app.work(), pause(30).then(() => app.work())]);
    const [count] = await app.rows<{ items: number; words: number; published: number }>(
      `select (select count(*)::int from noticeboard_item where school_id = $1) as items,
              (select count(distinct words)::int from noticeboard_item where school_id = $1) as words,
              (select count(*)::int from post where school_id = $1 and state = 'published') as published`,
      [st.school.id],
    );
    expect(count).toEqual({ items: ids.length, words: ids.length, published: ids.length });
    expect(await app.verified(st.school.id)).toMatchObject({ holds: true });
  }, 120_000);
});

describe('by hand', () => {
  test('it is a duty of whoever runs the account until its own link is given, and overdue after some hours', async () => {
    const mill = await app.ready('starter');
    const facebook = await mill.account('facebook', { address: 'https://www.facebook.com/millrace' });
    const { postId } = await mill.approved(mill.author, {
      accounts: [{ accountId: facebook }, { accountId: mill.board }],
    });
    await app.work();
    expect(await mill.state(postId)).toBe('publishing');
    const duty = async () =>
      (await app.as(mill.runner).duties.listToday({})).duties.find(({ kind }) => kind === 'posts.publish-by-hand');
    expect(await duty()).toMatchObject({ urgency: 'soon', href: `/posts/${postId}/by-hand` });
    expect(
      (await app.as(mill.colleague).duties.listToday({})).duties.filter(({ kind }) => kind === 'posts.publish-by-hand'),
    ).toEqual([]);
    app.clock.advance({ hours: 5 });
    expect(await duty()).toMatchObject({ urgency: 'overdue' });
    const { deliveries } = await app.as(mill.runner).posts.read({ postId });
    const { id: deliveryId } = deliveries.find(({ accountId }) => accountId === facebook)!;
    const give = (permalink: string) => app.as(mill.runner).posts.reportByHand({ deliveryId, permalink });
    expect(await failureOf(give('https://example.com/post/1'))).toMatchObject({ kind: 'invalid', code: 'other-site' });
    await give('https://www.facebook.com/millrace/posts/7?fbclid=abc');
    expect(await mill.state(postId)).toBe('published');
    expect(await duty()).toBeUndefined();
    const after = await app.as(mill.runner).posts.read({ postId });
    expect(after.deliveries.find(({ id }) => id === deliveryId)?.permalink).toBe(
      'https://www.facebook.com/millrace/posts/7',
    );
    expect((await failureOf(give('https://www.facebook.com/millrace/posts/8'))).kind).toBe('conflict');
  });
});

describe('refused by a place that it was meant for', () => {
  const REFUSAL = { outcome: 'refused', problem: 'The board is full.' } as const;
  const refusing = () => wrapped({ publish: async () => REFUSAL });
  /** Sent to the noticeboard, which refuses it, and to a page where a person publishes it. */
  async function sentToBoth(mill: Ready) {
    refusing();
    const page = await mill.account('facebook', { address: 'https://www.facebook.com/millrace' });
    const { postId } = await mill.approved(mill.author, { accounts: [{ accountId: page }, { accountId: mill.board }] });
    await app.work();
    const read = () => app.as(mill.runner).posts.read({ postId });
    const { deliveries } = await read();
    const on = (accountId: string) => deliveries.find((one) => one.accountId === accountId)!.id;
    return { postId, read, board: on(mill.board), page: on(page) };
  }
  const dutiesOf = async (person: Ready['author']) =>
    (await app.as(person).duties.listToday({})).duties.filter(({ kind }) => kind === 'posts.send-again');
  const give = (mill: Ready, deliveryId: string) =>
    app.as(mill.runner).posts.reportByHand({ deliveryId, permalink: 'https://www.facebook.com/millrace/posts/7' });

  test('out nowhere, it is never “published”: it says so, and whoever runs the account is asked to send it again', async () => {
    const mill = await app.ready('starter');
    refusing();
    const { postId } = await mill.approved();
    await app.work();
    expect(await mill.state(postId)).toBe('publishing');
    const shown = await app.as(mill.runner).posts.read({ postId });
    expect(shown).toMatchObject({
      stateWords: 'Not out',
      deliveries: [{ state: 'refused', problem: 'The board is full.' }],
      may: { sendAgain: true, leaveOut: true },
    });
    expect(await dutiesOf(mill.runner)).toMatchObject([{ href: `/posts/${postId}`, clauses: expect.any(Array) as [] }]);
    expect(await dutiesOf(mill.colleague)).toEqual([]);
    const { id: deliveryId } = shown.deliveries[0]!;
    const stranger = app.as(await mill.person({})).posts;
    expect(await failureOf(stranger.sendAgain({ deliveryId }))).toMatchObject({ kind: 'not-found' });
    expect(await failureOf(stranger.leaveOut({ deliveryId, reason: 'I would rather not.' }))).toMatchObject({
      kind: 'not-found',
    });
    // The clock alone does not send it again.
    app.clock.advance({ minutes: 20 });
    await mill.tick();
    await app.work();
    expect(await mill.notices()).toEqual([]);
    app.ports.publishers['noticeboard'] = real;
    await app.as(mill.runner).posts.sendAgain({ deliveryId });
    expect(await failureOf(app.as(mill.runner).posts.sendAgain({ deliveryId }))).toMatchObject({ code: 'not-refused' });
    await app.work();
    expect(await mill.state(postId)).toBe('published');
    expect(await mill.notices()).toHaveLength(1);
    expect(await dutiesOf(mill.runner)).toEqual([]);
  });

  test('out in one place and refused in another, it says so until each place is seen to', async () => {
    const mill = await app.ready('starter');
    const { postId, read, board, page } = await sentToBoth(mill);
    expect(await read()).toMatchObject({ state: 'publishing', stateWords: 'Not out everywhere' });
    await give(mill, page);
    expect(await read()).toMatchObject({ state: 'publishing', stateWords: 'Not out everywhere' });
    expect(await dutiesOf(mill.runner)).toHaveLength(1);
    await app.as(mill.colleague).posts.leaveOut({ deliveryId: board, reason: 'The page is enough.' });
    expect(await read()).toMatchObject({ state: 'published', stateWords: 'Published', may: { sendAgain: false } });
    expect(await dutiesOf(mill.runner)).toEqual([]);
    expect(await failureOf(app.as(mill.runner).posts.leaveOut({ deliveryId: page, reason: 'Oh.' }))).toMatchObject({
      code: 'not-waiting-for-anybody',
    });
    expect(await mill.state(postId)).toBe('published');
  });

  test('left out everywhere, it has ended, and nobody counts it as out', async () => {
    const mill = await app.ready('starter');
    const { postId, board, page } = await sentToBoth(mill);
    const reason = 'It is too late for it now.';
    await app.as(mill.runner).posts.leaveOut({ deliveryId: page, reason });
    await app.as(mill.runner).posts.leaveOut({ deliveryId: board, reason });
    expect(await mill.state(postId)).toBe('refused');
    const { people } = await app.as(mill.head).posts.countContributions({ accountId: mill.board });
    expect(people.map(({ published }) => published)).toEqual([0]);
    expect((await failureOf(app.as(mill.head).posts.takeDown({ postId, reason: 'Stop.' }))).kind).toBe('conflict');
  });

  test('taken down meanwhile, nobody is asked to send it again', async () => {
    const mill = await app.ready('starter');
    const { postId, read, page } = await sentToBoth(mill);
    await give(mill, page);
    await app.as(mill.head).posts.takeDown({ postId, reason: 'A wrong date.' });
    expect(await dutiesOf(mill.runner)).toEqual([]);
    expect((await read()).deliveries.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'removal-asked']);
  });

  test('two copies that come to rest at one moment leave the post at rest', async () => {
    const mill = await app.ready('starter');
    const pages = [
      await mill.account('facebook', { address: 'https://www.facebook.com/millrace' }),
      await mill.account('facebook', { name: 'Parents', address: 'https://www.facebook.com/millrace' }),
    ];
    for (let n = 0; n < 5; n++) {
      const accounts = pages.map((accountId) => ({ accountId }));
      const { postId } = await mill.approved(mill.author, { accounts, words: `Notice ${n}.` });
      await app.work();
      const { deliveries } = await app.as(mill.runner).posts.read({ postId });
      await Promise.all(deliveries.map(({ id }) => give(mill, id)));
      expect(await mill.state(postId)).toBe('published');
    }
  });
});

describe('taken down', () => {
  test('with a reason, everywhere, with proof, and its address says so and nothing else', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved();
    await app.work();
    const [notice] = await mill.notices();
    const stranger = app.as(await mill.person({})).posts;
    expect(await failureOf(stranger.takeDown({ postId, reason: 'I do not like it.' }))).toMatchObject({
      kind: 'not-found',
    });
    await app.as(mill.colleague).posts.takeDown({ postId, reason: 'The date was wrong.' });
    expect(await mill.state(postId)).toBe('taken-down');
    await app.work();
    expect(await mill.notices()).toEqual([]);
    expect(await mill.visitor.posts.readNotice({ noticeId: notice!.id })).toMatchObject({
      words: '',
      pictures: [],
      removedAt: FRIDAY,
    });
    const { deliveries } = await app.as(mill.head).posts.read({ postId });
    expect(deliveries).toMatchObject([{ state: 'removed', removalReason: 'The date was wrong.', removedAt: FRIDAY }]);
    const entries = (await app.ledger(mill.school.id)).map(({ action }) => action);
    expect(entries.slice(-3)).toEqual(['posts.takeDown', 'posts.unpin', 'posts.settleRemoval']);
    expect((await failureOf(app.as(mill.head).posts.takeDown({ postId, reason: 'Once more.' }))).kind).toBe('conflict');
  });

  test('while it is going out: nothing more of it is sent', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved();
    await mill.system.posts.beginPublishing({ postId });
    await app.as(mill.head).posts.takeDown({ postId, reason: 'Stop.' });
    await app.work();
    expect(await mill.state(postId)).toBe('taken-down');
    expect(await mill.notices()).toEqual([]);
  });
});
