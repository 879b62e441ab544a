// Who decides a post under each policy, who stands in, what happens when two people act at one moment, and the two side doors.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { modelPolicyNames } from '#features/policy/index.ts';
import { isFailure } from '#kernel/errors.ts';
import { failureOf, FRIDAY, openWholeApp, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => {
  app = await openWholeApp();
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

const AWAY = [{ startsOn: '2036-11-20', endsOn: '2036-11-30' }];
const RUDE = 'Trust Ltd overcharged parents last year.';
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);

describe('whom the policy names', () => {
  const ROUTINE = ['Rosa Lindqvist', 'Sam Whitlock', 'Dee Sharma', 'Ngozi Okafor'];
  const EXPECTED: Readonly<Record<(typeof modelPolicyNames)[number], readonly [readonly string[], string, string]>> = {
    'grappenhall-heys': [ROUTINE, 'ST-69', 'Ngozi Okafor'],
    'st-nicholas': [['Rosa Lindqvist', 'Tom Ashworth', 'Owen Pugh', 'Gwen Setter'], 'SN-116', 'Ngozi Okafor'],
    'st-josephs': [ROUTINE, 'ST-69', 'Ngozi Okafor'],
    tpat: [ROUTINE, 'ST-69', 'Ngozi Okafor'],
    'the-grange': [ROUTINE, 'ST-69', 'Fay Bursar'],
    starter: [ROUTINE, 'ST-69', 'Ngozi Okafor'],
  };

  test.each(modelPolicyNames)('%s: a routine post, a question, and somebody unsure', async (model) => {
    const [routine, clause, unsure] = EXPECTED[model];
    const school = await app.ready(model);
    await school.person({ name: 'Fay Bursar', responsibilities: ['business-manager'] });
    const post = await school.sent();
    expect(post.answer.check.need).toMatchObject({ people: 1, none: false });
    expect(post.answer.check.need.clauses).toContain(clause);
    expect(names(post.answer.deciders)).toEqual(expect.arrayContaining([...routine]));
    if (model !== 'st-nicholas') expect(names(post.answer.deciders)).toEqual(routine);
    expect(names(post.answer.deciders)).not.toContain('Priya Raman');
    const question = await school.sent(school.author, { words: RUDE, statements: { basis: 'It is known.' } });
    expect(names(question.answer.deciders)).toEqual(['Ngozi Okafor', 'Dee Sharma']);
    const { postId } = await school.draft();
    const { askedOf } = await app.as(school.author).posts.ask({ postId, words: 'May we say this?' });
    expect(askedOf.name).toBe(unsure);
  });
});

describe('deputies', () => {
  test('the dated deputy of whoever is away; back to the holder when they return', async () => {
    const mill = await app.ready('starter');
    const stand = await mill.person({ name: 'Bo Stand' });
    const [grant] = await app.rows<{ id: string }>(
      `select id from responsibility where school_id = $1 and responsibility = 'headteacher'`,
      [mill.school.id],
    );
    await mill.operating.people.setDeputy({ grantId: grant!.id, deputyId: stand.personId });
    const { postId } = await mill.sent(mill.author, { words: RUDE });
    expect(await failureOf(mill.approve(stand, postId))).toMatchObject({ kind: 'not-found' });
    await mill.operating.people.setAbsence({ personId: mill.head.personId, absences: AWAY });
    await mill.tick();
    const standing = await mill.school.again(stand);
    const { decisions } = await app.as(standing).decisions.listWaiting({});
    expect(decisions.map(({ subjectId }) => subjectId)).toEqual([postId]);
    const { decision } = await app.as(standing).posts.read({ postId });
    expect(decision!.approvers).toMatchObject([
      { name: 'Bo Stand', standingInFor: 'Ngozi Okafor' },
      { name: 'Dee Sharma' },
    ]);
    expect((await app.as(await mill.school.again(mill.head)).decisions.listWaiting({})).decisions).toEqual([]);
    await mill.operating.people.setAbsence({ personId: mill.head.personId, absences: [] });
    await mill.tick();
    expect(await failureOf(mill.approve(standing, postId))).toMatchObject({
      kind: expect.stringMatching(/not-found|refused/) as unknown,
    });
    expect(await mill.approve(await mill.school.again(mill.head), postId)).toMatchObject({ state: 'approved' });
  });

  test('nobody whom the policy names: the deputy head, then the chair; nobody at all: it waits and says so', async () => {
    const mill = await app.ready('starter');
    const away = (person: { personId: string }) =>
      mill.operating.people.setAbsence({ personId: person.personId, absences: AWAY });
    await away(mill.head);
    await away(mill.deputy);
    const { postId, answer } = await mill.sent(mill.author, { words: RUDE });
    expect(names(answer.deciders)).toEqual(['Chris Amari']);
    await away(mill.chair);
    await mill.tick();
    const shown = await app.as(mill.author).posts.read({ postId });
    expect(shown).toMatchObject({ state: 'waiting', deciders: [], decision: { approvers: [] } });
    const told = await failureOf(mill.approve(mill.runner, postId));
    expect(told).toMatchObject({
      code: 'not-the-decider',
      message: expect.stringContaining('there is nobody left who may') as unknown,
    });
    await mill.operating.people.setAbsence({ personId: mill.chair.personId, absences: [] });
    await mill.tick();
    expect(await mill.approve(await mill.school.again(mill.chair), postId)).toMatchObject({ state: 'approved' });
  });

  test('responsibilities that change while a post waits are followed', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.sent();
    const joined = await mill.person({ name: 'New Leader', responsibilities: ['slt'] });
    await mill.tick();
    expect((await app.as(joined).decisions.listWaiting({})).decisions).toHaveLength(1);
    expect(await mill.approve(joined, postId)).toMatchObject({ state: 'approved' });
  });
});

describe('at one moment', () => {
  /** What two calls came to: how many were done, and what the others were told. */
  async function race(...calls: (() => Promise<unknown>)[]) {
    const settled = await Promise.allSettled(calls.map((call) => call()));
    const told = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const reason of told) if (!isFailure(reason) || reason.kind === 'internal') throw reason;
    return {
      done: settled.filter((one) => one.status === 'fulfilled').length,
      told: told.map((reason) => (isFailure(reason) ? reason.kind : '')),
    };
  }

  test('two approvers approve: one decides, the other is told, it goes out once', async () => {
    const mill = await app.ready('starter');
    for (let n = 0; n < 5; n++) {
      const { postId } = await mill.sent(mill.author, { words: `Notice ${n}.` });
      const { done, told } = await race(
        () => mill.approve(mill.runner, postId),
        () => mill.approve(mill.leader, postId),
      );
      expect({ done, told }).toEqual({ done: 1, told: ['conflict'] });
    }
    await app.work();
    expect(await mill.notices()).toHaveLength(5);
  });

  test('one approves and another refuses: whoever was first decides', async () => {
    const mill = await app.ready('starter');
    const { postId, hash } = await mill.sent();
    const { done, told } = await race(
      () => mill.approve(mill.runner, postId),
      () => app.as(mill.leader).posts.refuse({ postId, hash, note: 'Not now.' }),
    );
    expect({ done, told }).toEqual({ done: 1, told: ['conflict'] });
    expect(['approved', 'refused']).toContain(await mill.state(postId));
  });

  test('approve and edit: either the edit is what stands and nothing is approved, or there was no edit', async () => {
    const mill = await app.ready('starter');
    for (let n = 0; n < 5; n++) {
      const { postId, hash } = await mill.sent(mill.author, { wantedAt: '2036-11-21T15:30' });
      const { revision } = await app.as(mill.author).posts.read({ postId });
      const edited = { ...mill.content({ words: 'Edited.', wantedAt: '2036-11-21T15:30' }) };
      const { done } = await race(
        () => mill.approve(mill.runner, postId, hash),
        () => app.as(mill.author).posts.save({ postId, revision, ...edited }),
      );
      expect(done).toBeGreaterThanOrEqual(1);
      expect(await mill.state(postId)).toBe('draft');
      expect((await app.as(mill.author).posts.read({ postId })).content.words).toBe('Edited.');
    }
  });

  test('sent twice: one decision', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.draft();
    const send = () => app.as(mill.author).posts.submit({ postId });
    expect(await race(send, send)).toEqual({ done: 1, told: ['conflict'] });
    expect(await app.rows('select from decision where subject_id = $1', [postId])).toHaveLength(1);
  });

  test('two tabs save: the second is told, and nothing of the first is lost', async () => {
    const mill = await app.ready('starter');
    const { postId, saved } = await mill.draft();
    const tab = (words: string) => () =>
      app.as(mill.author).posts.save({ postId, revision: saved.revision, ...mill.content({ words }) });
    expect(await race(tab('From one tab.'), tab('From the other tab.'))).toEqual({ done: 1, told: ['conflict'] });
    const later = await failureOf(tab('A third.')());
    expect(later).toMatchObject({
      code: 'saved-meanwhile',
      message: 'Somebody, perhaps you in another window, saved this post today at 09:00.',
      remedy: expect.stringContaining('kept on this page') as unknown,
    });
    expect((await app.as(mill.author).posts.read({ postId })).content.words).toMatch(/^From (one|the other) tab\.$/);
  });

  test('one key, one doing: asked again it answers the same; with other words it is a conflict', async () => {
    const mill = await app.ready('starter');
    const key = { idempotencyKey: 'a-form-sent-twice' };
    const one = await app.as(mill.author).posts.open({}, key);
    expect(await app.as(mill.author).posts.open({}, key)).toEqual(one);
    expect((await app.as(mill.colleague).posts.open({}, key)).postId).not.toBe(one.postId);
    const save = (words: string) =>
      app
        .as(mill.author)
        .posts.save({ postId: one.postId, revision: 1, ...mill.content({ words }) }, { idempotencyKey: 'save' });
    const saved = await save('Once.');
    expect(await save('Once.')).toEqual(saved);
    expect(await failureOf(save('Twice.'))).toMatchObject({ kind: 'conflict' });
    expect((await app.as(mill.author).posts.read({ postId: one.postId })).content.words).toBe('Once.');
  });
});

describe('changing one’s mind', () => {
  test('an approval is taken back, and an author withdraws, until it begins to go out', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved(mill.author, { wantedAt: '2036-11-21T15:30' });
    expect(await failureOf(app.as(mill.leader).posts.takeBack({ postId, note: 'No.' }))).toMatchObject({
      kind: 'forbidden',
    });
    await app.as(mill.runner).posts.takeBack({ postId, note: 'I had missed the date.' });
    expect(await mill.state(postId)).toBe('draft');
    const again = await app.as(mill.author).posts.submit({ postId });
    expect(again.outcome).toBe('waiting');
    await mill.approve(mill.runner, postId);
    await app.as(mill.author).posts.withdraw({ postId });
    expect(await mill.state(postId)).toBe('draft');
    await app.as(mill.author).posts.submit({ postId });
    await mill.approve(mill.runner, postId);
    app.clock.set('2036-11-21T15:30:00Z');
    await mill.system.posts.beginPublishing({ postId });
    const late = app.as(await mill.school.again(mill.runner)).posts;
    expect((await failureOf(late.takeBack({ postId, note: 'Too late.' }))).kind).toBe('conflict');
    expect((await failureOf(app.as(mill.author).posts.withdraw({ postId }))).kind).toBe('conflict');
    const { revision } = await app.as(mill.author).posts.read({ postId });
    expect((await failureOf(app.as(mill.author).posts.save({ postId, revision, ...mill.content() }))).kind).toBe(
      'conflict',
    );
    expect(
      (await app.ledger(mill.school.id)).filter(
        ({ action, outcome }) => outcome === 'done' && ['posts.takeBack', 'posts.withdraw'].includes(action),
      ),
    ).toHaveLength(2);
  });

  test('once an approval was taken away by an edit, what is shown is the new words, undecided, and every round', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.approved(mill.author, { wantedAt: '2036-11-21T15:30' });
    const read = () => app.as(mill.author).posts.read({ postId });
    const { revision, decision } = await read();
    expect(decision).toMatchObject({ state: 'approved', covers: true });
    await app.as(mill.colleague).posts.save({ postId, revision, ...mill.content({ words: 'Edited.' }) });
    const stale = app.as(mill.author).posts.save({ postId, revision, ...mill.content({ words: 'From another tab.' }) });
    expect(await failureOf(stale)).toMatchObject({ code: 'saved-meanwhile' });
    const reopened = await read();
    expect(reopened).toMatchObject({ state: 'draft', decision: null, rounds: [{ state: 'reopened' }] });
    expect(reopened.votes).toMatchObject([{ answer: 'approve' }]);
    app.clock.advance({ minutes: 5 });
    const { hash } = await app.as(mill.author).posts.submit({ postId });
    expect((await read()).decision).toMatchObject({ state: 'open', covers: true, votes: [] });
    await app.as(mill.runner).posts.sendBack({ postId, hash: hash!, note: 'Which Friday?' });
    expect((await read()).decision).toMatchObject({ state: 'sent-back', covers: true });
    await app
      .as(mill.author)
      .posts.save({ postId, revision: revision + 1, ...mill.content({ words: 'Next Friday.' }) });
    const mended = await read();
    expect(mended.decision).toMatchObject({ state: 'sent-back', covers: false, votes: [{ note: 'Which Friday?' }] });
    expect(mended.rounds).toMatchObject([
      { state: 'reopened', askedBy: { name: 'Priya Raman' }, openedAt: FRIDAY, closedAt: FRIDAY },
      { state: 'sent-back', askedBy: { name: 'Priya Raman' }, openedAt: '2036-11-21T09:05:00Z' },
    ]);
    app.clock.advance({ minutes: 5 });
    await app.as(mill.author).posts.submit({ postId });
    await app.as(mill.author).posts.withdraw({ postId });
    expect(await read()).toMatchObject({ state: 'draft', decision: null });
  });

  test('refused with a reason, it stays refused, and its author sees why', async () => {
    const mill = await app.ready('starter');
    const { postId, hash } = await mill.sent();
    await app.as(mill.runner).posts.refuse({ postId, hash, note: 'We do not post about this.' });
    const shown = await app.as(mill.author).posts.read({ postId });
    expect(shown).toMatchObject({
      state: 'refused',
      decision: { state: 'refused', votes: [{ name: 'Rosa Lindqvist', note: 'We do not post about this.' }] },
    });
    expect((await failureOf(app.as(mill.author).posts.submit({ postId }))).kind).toBe('conflict');
    const { notices } = await app.as(mill.author).people.readNotices({});
    expect(notices.find(({ kind }) => kind === 'posts.refused')).toMatchObject({ href: `/posts/${postId}` });
    expect(JSON.stringify(notices)).not.toMatch(/harvest|about this/);
  });
});

describe('the emergency route', () => {
  const SNOW = {
    emergency: true,
    emergencyReason: 'Snow since five o’clock.',
    words: 'School is closed today because of snow.',
    category: '',
  };

  test('two named people, plain words; looked at again the next day by somebody who did not write it', async () => {
    const mill = await app.ready('starter', { pupils: ['Oliver,Tregenna,4,4B'] });
    const { postId, answer } = await mill.sent(mill.author, { ...SNOW, category: 'announcement' });
    expect(answer.check.need).toMatchObject({ why: 'emergency', people: 2, clauses: ['ST-78'] });
    expect(names(answer.deciders)).toEqual(
      expect.arrayContaining(['Ngozi Okafor', 'Dee Sharma', 'Sam Whitlock', 'Tom Ashworth']),
    );
    expect(await mill.approve(mill.admin, postId)).toMatchObject({ state: 'waiting', wanting: 1 });
    await app.work();
    expect(await mill.notices()).toEqual([]);
    expect(await mill.approve(mill.leader, postId)).toMatchObject({ state: 'approved' });
    await app.work();
    expect(await mill.notices()).toHaveLength(1);
    const { duties } = await app.as(mill.head).duties.listToday({});
    expect(duties.find(({ kind }) => kind === 'posts.review')).toMatchObject({ due: '2036-11-22', clauses: ['ST-78'] });
    app.clock.advance({ hours: 24 });
    const review = { postId, words: 'It was right to close.' };
    expect((await failureOf(app.as(await mill.school.again(mill.author)).posts.reviewEmergency(review))).kind).toBe(
      'forbidden',
    );
    const head = await mill.school.again(mill.head);
    await app.as(head).posts.reviewEmergency(review);
    const after = await app.as(head).duties.listToday({});
    expect(after.duties.filter(({ kind }) => kind === 'posts.review')).toEqual([]);
  });

  test('no reason, a picture, a pupil: not by this route', async () => {
    const mill = await app.ready('starter', { pupils: ['Oliver,Tregenna,4,4B'] });
    const blocked = async (more: object) => {
      const { postId } = await mill.draft(mill.author, { ...SNOW, category: 'announcement', ...more });
      const { outcome, check } = await app.as(mill.author).posts.submit({ postId });
      expect(outcome).toBe('blocked');
      return check.obstacles.map(({ code }) => code);
    };
    expect(await blocked({ emergencyReason: '' })).toContain('no-emergency-reason');
    const mediaId = await mill.picture();
    expect(await blocked({ pictures: [{ mediaId, alt: 'Snow', showsChildren: 'no' }] })).toContain(
      'emergency-pictures',
    );
    expect(await blocked({ words: 'Closed. Oliver Tregenna may stay at home.' })).toContain('emergency-pupils');
  });
});

describe('“I am unsure”', () => {
  test('it waits for whom the policy names; only they answer; their answer stays with it', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.draft();
    await app.as(mill.author).posts.ask({ postId, words: 'Is this ours to say?' });
    expect(await mill.state(postId)).toBe('asking');
    expect((await failureOf(app.as(mill.author).posts.submit({ postId }))).kind).toBe('conflict');
    expect((await app.as(mill.head).duties.listToday({})).duties.map(({ kind }) => kind)).toContain('posts.answer');
    const answer = { postId, goOn: true, words: 'Yes, it is.' };
    const told = await failureOf(app.as(mill.leader).posts.answer(answer));
    expect(told).toMatchObject({ kind: 'refused-by-policy', code: 'not-the-decider', clauses: ['ST-75'] });
    await app.as(mill.head).posts.answer(answer);
    const shown = await app.as(mill.author).posts.read({ postId });
    expect(shown).toMatchObject({
      state: 'draft',
      questions: [{ words: 'Is this ours to say?', answer: 'Yes, it is.', askedOf: { name: 'Ngozi Okafor' } }],
    });
  });

  test('whoever asks does not answer, also as head; “no” ends it', async () => {
    const mill = await app.ready('starter');
    await app
      .as(mill.head)
      .accounts.grantAuthority({ accountId: mill.board, personId: mill.head.personId, scope: 'draft' });
    const { postId } = await mill.draft();
    const { askedOf } = await app.as(mill.head).posts.ask({ postId, words: 'I wonder.' });
    expect(askedOf.name).toBe('Dee Sharma');
    expect((await failureOf(app.as(mill.head).posts.answer({ postId, goOn: true, words: 'Fine.' }))).code).toBe(
      'not-the-decider',
    );
    await app.as(mill.deputy).posts.answer({ postId, goOn: false, words: 'Better not.' });
    expect(await mill.state(postId)).toBe('refused');
  });
});

describe('a contested stop', () => {
  test('becomes a question for a named person, with the reason on record; other words are stopped again', async () => {
    const mill = await app.ready('starter', { pupils: ['Oliver,Tregenna,4,4B'] });
    const words = 'Oliver Tregenna, who wrote “The Sea Wall”, reads to us on Friday.';
    const { postId, saved } = await mill.draft(mill.author, { words, statements: { basis: 'He agreed.' } });
    const { rule, excerpt } = saved.findings.find(({ severity }) => severity === 'block')!;
    expect((await app.as(mill.author).posts.submit({ postId })).outcome).toBe('blocked');
    await app.as(mill.author).posts.contest({ postId, rule, excerpt, reason: 'This is the writer, not our pupil.' });
    const { outcome, deciders } = await app.as(mill.author).posts.submit({ postId });
    expect({ outcome, first: deciders[0]!.name }).toEqual({ outcome: 'waiting', first: 'Ngozi Okafor' });
    expect((await app.as(mill.head).posts.read({ postId })).contests).toEqual([
      { rule, excerpt, reason: 'This is the writer, not our pupil.' },
    ]);
    // Contested again while it waits: it is a draft once more, and can be sent once more.
    await app.as(mill.author).posts.contest({ postId, rule, excerpt, reason: 'It is the well-known writer.' });
    expect(await mill.state(postId)).toBe('draft');
    expect((await app.as(mill.author).posts.submit({ postId })).outcome).toBe('waiting');
    expect(await mill.approve(mill.head, postId)).toMatchObject({ state: 'approved' });
    const other = await mill.draft(mill.author, { words });
    expect(other.saved.outcome).toBe('block');
  });
});

describe('duties', () => {
  test('each person is told of what they can do, and nobody of their own post', async () => {
    const mill = await app.ready('starter');
    const { postId } = await mill.sent(mill.author, { wantedAt: '2036-11-21T15:30' });
    const kinds = async (person: typeof mill.head) =>
      (await app.as(person).duties.listToday({})).duties.filter(({ kind }) => kind.startsWith('posts.'));
    for (const decider of [mill.runner, mill.leader, mill.deputy, mill.head]) {
      expect(await kinds(decider)).toMatchObject([
        { kind: 'posts.decide', href: `/approvals/${postId}`, urgency: 'soon', due: '2036-11-21T15:30:00Z' },
      ]);
    }
    for (const other of [mill.author, mill.colleague, mill.chair, mill.admin]) expect(await kinds(other)).toEqual([]);
    await mill.approve(mill.runner, postId);
    expect(await kinds(mill.head)).toEqual([]);
  });
});

test('nobody of another school sees any of it, by any action', async () => {
  const mill = await app.ready('starter');
  const weir = await app.ready('starter', { name: 'Weirside School' });
  const facebook = await mill.account('facebook', { address: 'https://www.facebook.com/millrace' });
  const { postId, hash } = await mill.sent(mill.author, {
    accounts: [{ accountId: facebook }, { accountId: mill.board }],
  });
  await mill.approve(mill.runner, postId);
  await app.work();
  const { deliveries, revision } = await app.as(mill.runner).posts.read({ postId });
  const deliveryId = deliveries.find(({ accountId }) => accountId === facebook)!.id;
  const [notice] = await mill.notices();
  for (const stranger of [weir.head, weir.runner, weir.admin]) {
    const posts = app.as(stranger).posts;
    const tries: (() => Promise<unknown>)[] = [
      () => posts.read({ postId }), () => posts.save({ postId, revision, ...weir.content() }), () => posts.submit({ postId }), () => posts.withdraw({ postId }),
      () => posts.discard({ postId }), () => posts.refuse({ postId, hash, note: 'x' }), () => posts.sendBack({ postId, hash, note: 'x' }),
      () => posts.takeBack({ postId, note: 'x' }), () => posts.takeDown({ postId, reason: 'xxx' }), () => posts.ask({ postId, words: 'x' }),
      () => posts.reportByHand({ deliveryId, permalink: 'https://www.facebook.com/millrace/posts/7' }), () => posts.settleRemoval({ deliveryId, proof: 'xxx' }),
      () => posts.readHandKit({ deliveryId }), () => posts.contest({ postId, rule: 'x', excerpt: 'x', reason: 'xxxxx' }),
    ]; // prettier-ignore
    for (const tried of tries) expect((await failureOf(tried())).kind).toBe('not-found');
    expect((await posts.list({})).posts.map(({ id }) => id)).not.toContain(postId);
    expect((await app.as(stranger).decisions.listWaiting({})).decisions).toEqual([]);
    const draft = await posts.open({}).catch(() => null);
    if (draft) {
      const foreign = { ...weir.content(), accounts: [{ accountId: mill.board }] };
      const told = await failureOf(posts.save({ postId: draft.postId, revision: 1, ...foreign }));
      expect(['not-found', 'refused-by-policy']).toContain(told.kind);
    }
  }
  expect((await failureOf(weir.visitor.posts.readNotice({ noticeId: notice!.id }))).kind).toBe('not-found');
  expect(await weir.notices()).toEqual([]);
});
