// Every way we know of to get a post out without a second person's word on exactly these bytes, tried one by one.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor, visitor, operator, type Actor, type PersonActor } from '#kernel/actor.ts';
import { failureOf, FRIDAY, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
let mill: Ready;
beforeAll(async () => {
  app = await openWholeApp();
  mill = await app.ready('starter', { pupils: ['Oliver,Tregenna,4,4B'] });
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

const LATER = '2036-11-21T15:30';
const yes = (post: { checklist: { id: string }[] }) =>
  Object.fromEntries(post.checklist.map(({ id }) => [id, 'yes' as const]));

/** The newest refusal that the ledger keeps of this post. */
const refusal = async (postId: string) =>
  (await app.ledger(mill.school.id)).findLast(({ about, outcome }) => about['postId'] === postId && outcome !== 'done');

/** Whatever was tried, nobody's approval stands and nothing goes out. */
async function staysIn(postId: string): Promise<void> {
  await app.work();
  expect(['draft', 'waiting']).toContain(await mill.state(postId));
  expect(await app.rows('select from delivery where post_id = $1', [postId])).toEqual([]);
}

/** Tries to approve as somebody who reads the post first, and is told no by policy; the ledger keeps it with its clauses. */
async function isRefused(by: PersonActor, postId: string, code: string, clauses: readonly string[]): Promise<void> {
  const { decision, checklist } = await app.as(mill.head).posts.read({ postId });
  const told = await failureOf(
    app.as(by).posts.approve({ postId, hash: decision!.hash, checklist: yes({ checklist }), noChild: [] }),
  );
  expect(told).toMatchObject({ kind: 'refused-by-policy', code });
  expect(told.clauses).toEqual(expect.arrayContaining([...clauses]));
  expect(await refusal(postId)).toMatchObject({
    action: 'posts.approve',
    outcome: 'refused-by-policy',
    code,
    actor: { kind: 'person', person: by.personId },
    clauses: expect.arrayContaining([...clauses]) as unknown,
  });
  await staysIn(postId);
}

const again = (person: PersonActor) => mill.school.again(person);
const OWN = ['ST-10', 'ST-69'];

describe('the author decides', () => {
  test('way 1: the headteacher approves her own post', async () => {
    await app
      .as(mill.head)
      .accounts.grantAuthority({ accountId: mill.board, personId: mill.head.personId, scope: 'draft' });
    const { postId } = await mill.sent(mill.head);
    await isRefused(mill.head, postId, 'own-post', OWN);
  });

  test('way 2: the author asks over REST', async () => {
    const { postId, hash } = await mill.sent();
    const checklist = yes(await app.as(mill.author).posts.read({ postId }));
    const { status, body } = await app.rest(mill.author, 'POST', `/posts/${postId}/approve`, { hash, checklist });
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'own-post' });
    expect(body['clauses']).toEqual(expect.arrayContaining(OWN));
    expect(await refusal(postId)).toMatchObject({ outcome: 'refused-by-policy', code: 'own-post' });
    await staysIn(postId);
  });

  test('way 3: an access token approves, the author’s or the approver’s, whatever its scopes', async () => {
    const { postId, hash } = await mill.sent();
    for (const person of [mill.author, mill.runner]) {
      const scopes = new Set(['posts:write', 'posts:read', 'posts:approve', 'decisions:read']);
      const program: PersonActor = { ...person, via: 'token', scopes };
      expect(await app.rest(program, 'POST', `/posts/${postId}/approve`, { hash })).toMatchObject({
        status: 403,
        body: { code: 'token-not-enough' },
      });
      expect(await refusal(postId)).toMatchObject({
        outcome: 'forbidden',
        code: 'token-not-enough',
        actor: { via: 'token' },
      });
    }
    await staysIn(postId);
  });

  test('way 4: the author is given the role of an approver after sending it', async () => {
    const promoted = await mill.person({ name: 'Una Penrose' });
    await app
      .as(mill.head)
      .accounts.grantAuthority({ accountId: mill.board, personId: promoted.personId, scope: 'run' });
    await mill.readyRunner(promoted);
    const { postId } = await mill.sent(promoted);
    await mill.operating.people.grantResponsibility({ personId: promoted.personId, responsibility: 'slt' });
    await isRefused(await again(promoted), postId, 'own-post', OWN);
  });

  test('way 5: an approver puts in a word of their own, then approves', async () => {
    const { postId, saved } = await mill.draft();
    await app.as(mill.runner).posts.save({
      postId,
      revision: saved.revision,
      ...mill.content({ words: 'Our harvest assembly is at nine on Friday.' }),
    });
    await app.as(mill.author).posts.submit({ postId });
    await isRefused(mill.runner, postId, 'own-post', OWN);
  });

  test('way 6: an approver edits it and puts the old words back', async () => {
    const { postId, saved } = await mill.draft();
    const edited = await app
      .as(mill.runner)
      .posts.save({ postId, revision: saved.revision, ...mill.content({ words: 'Something else.' }) });
    const back = await app.as(mill.author).posts.save({ postId, revision: edited.revision, ...mill.content() });
    expect(back.going).toEqual(saved.going);
    await app.as(mill.author).posts.submit({ postId });
    await isRefused(mill.runner, postId, 'own-post', OWN);
  });

  test('way 7: whoever sends it for the author approves it', async () => {
    const { postId } = await mill.draft();
    await app.as(mill.runner).posts.submit({ postId });
    await isRefused(mill.runner, postId, 'own-post', OWN);
  });

  test('way 8: a deputy who wrote it stands in for the approver who is away', async () => {
    const away = await mill.person({ name: 'Ivo Marchetti' });
    const writer = await mill.person({ name: 'Bea Holloway' });
    const accountId = await mill.account('website', { authors: [writer], runners: [away] });
    const { grantId } = await mill.operating.people.grantResponsibility({
      personId: away.personId,
      responsibility: 'slt',
    });
    await mill.operating.people.setDeputy({ grantId, deputyId: writer.personId });
    await mill.operating.people.setAbsence({
      personId: away.personId,
      absences: [{ startsOn: '2036-11-20', endsOn: '2036-11-30' }],
    });
    const deputising = await again(writer);
    expect(deputising.roles).toContain('slt');
    await mill.readyRunner(deputising);
    const { postId } = await mill.sent(deputising, { accounts: [{ accountId }] });
    await isRefused(deputising, postId, 'own-post', OWN);
    await mill.operating.people.setAbsence({ personId: away.personId, absences: [] });
  });

  test('way 9: whoever may let a finding through argues it away first', async () => {
    await app
      .as(mill.head)
      .accounts.grantAuthority({ accountId: mill.board, personId: mill.head.personId, scope: 'draft' });
    const { postId, saved } = await mill.draft(mill.author, {
      words: 'Oliver Tregenna opens our new library on Friday.',
    });
    expect(saved.outcome).toBe('block');
    const { rule, excerpt } = saved.findings.find(({ severity }) => severity === 'block')!;
    const contested = await app
      .as(mill.head)
      .posts.contest({ postId, rule, excerpt, reason: 'He is the author of that name.' });
    expect(contested).toMatchObject({
      outcome: 'review',
      need: { why: 'clearance', roles: ['headteacher', 'deputy-headteacher'] },
    });
    const { deciders } = await app.as(mill.author).posts.submit({ postId });
    expect(deciders.map(({ id }) => id)).toEqual([mill.deputy.personId]);
    await isRefused(mill.head, postId, 'own-post', ['ST-10']);
  });
});

describe('somebody else who may not', () => {
  test('way 10: a colleague whom the policy does not name', async () => {
    const { postId } = await mill.sent();
    await isRefused(mill.colleague, postId, 'not-the-decider', ['ST-69']);
  });

  test('way 11: Gatepost itself, whoever sits at the machine, a connector, a link, a visitor', async () => {
    const { postId, hash } = await mill.sent();
    const scopeId = mill.school.id;
    const outsiders: Actor[] = [
      systemActor(scopeId, 'posts.publish'),
      operator(scopeId),
      { kind: 'connector', scopeId, connector: 'noticeboard' },
      { kind: 'link', scopeId, purpose: 'join', linkId: mill.head.personId },
    ];
    for (const actor of outsiders) {
      expect(await failureOf(app.as(actor).posts.approve({ postId, hash }))).toMatchObject({
        kind: 'forbidden',
        code: 'not-yours-to-do',
      });
      expect(await refusal(postId)).toMatchObject({ outcome: 'forbidden', actor: { kind: actor.kind } });
    }
    expect(await failureOf(app.as(visitor(scopeId)).posts.approve({ postId, hash }))).toMatchObject({
      kind: 'unauthenticated',
    });
    await staysIn(postId);
  });

  test('way 12: the headteacher of another school', async () => {
    const { postId, hash } = await mill.sent();
    const other = await app.ready('starter', { name: 'Weirside School' });
    expect(await failureOf(app.as(other.head).posts.approve({ postId, hash }))).toMatchObject({ kind: 'not-found' });
    // Nor by claiming to be in this school: there is no such person there.
    const claiming = await failureOf(
      app.as({ ...other.head, scopeId: mill.school.id }).posts.approve({ postId, hash, checklist: {} }),
    );
    expect(['refused-by-policy', 'not-found']).toContain(claiming.kind);
    await staysIn(postId);
  });

  test('way 13: an approver who went for coffee and left the session open', async () => {
    const { postId, hash } = await mill.sent();
    app.clock.advance({ hours: 5 });
    expect(await failureOf(app.as(mill.runner).posts.approve({ postId, hash }))).toMatchObject({
      kind: 'forbidden',
      code: 'fresh-factor-needed',
    });
    expect(await refusal(postId)).toMatchObject({ outcome: 'forbidden', code: 'fresh-factor-needed' });
    await staysIn(postId);
  });

  test('way 14: somebody whose role ended this morning', async () => {
    const leaving = await mill.person({ name: 'Lou Fairweather' });
    const { grantId } = await mill.operating.people.grantResponsibility({
      personId: leaving.personId,
      responsibility: 'slt',
    });
    const stillSignedIn = await again(leaving);
    const { postId } = await mill.sent();
    await mill.operating.people.endResponsibility({ grantId });
    await isRefused(stillSignedIn, postId, 'not-the-decider', ['ST-69']);
  });
});

describe('an approval is used for something else', () => {
  /** Approved for later; then something changes; at its time nothing goes out, and the old approval opens nothing. */
  async function expectReopened(
    change: (post: { postId: string; revision: number }) => Promise<unknown>,
    wanted: Parameters<Ready['sent']>[1] = {},
  ) {
    const { postId, hash } = await mill.approved(mill.author, { wantedAt: LATER, ...wanted });
    expect(await mill.state(postId)).toBe('approved');
    const { revision } = await app.as(mill.author).posts.read({ postId });
    await change({ postId, revision });
    expect(await mill.state(postId)).toBe('draft');
    expect(await failureOf(mill.approve(mill.runner, postId, hash))).toMatchObject({ kind: 'conflict' });
    app.clock.set('2036-11-21T16:00:00Z');
    await staysIn(postId);
    return { postId, hash };
  }
  const edit = (wanted: Parameters<Ready['sent']>[1]) => (post: { postId: string; revision: number }) =>
    app.as(mill.author).posts.save({ ...post, ...mill.content({ wantedAt: LATER, ...wanted }) });

  test('way 15: the words are edited after the approval', async () => {
    await expectReopened(edit({ words: 'Our harvest assembly is cancelled.' }));
  });

  test('way 16: another time is chosen', async () => {
    await expectReopened(edit({ wantedAt: '2036-11-21T15:45' }));
  });

  test('way 17: an account is added', async () => {
    const more = await mill.account('website');
    await expectReopened(edit({ accounts: [{ accountId: mill.board }, { accountId: more }] }));
  });

  test('way 18: a picture’s description is changed', async () => {
    const mediaId = await mill.picture();
    const withAlt = (alt: string) => ({ pictures: [{ mediaId, alt, showsChildren: 'no' as const }] });
    await expectReopened(edit(withAlt('A green field, and somebody’s house')), withAlt('A green field'));
  });

  test('way 19: a picture is swapped for another', async () => {
    const [one, other] = [await mill.picture(), await mill.picture(mill.author, '#aa3322')];
    const of = (mediaId: string) => ({ pictures: [{ mediaId, alt: 'A field', showsChildren: 'no' as const }] });
    await expectReopened(edit(of(other)), of(one));
  });

  test('way 20: the words kept in the database are changed behind its back', async () => {
    const { postId } = await mill.approved(mill.author, { wantedAt: LATER });
    await app.rows(`update post_version set words = 'Buy my car.' where post_id = $1`, [postId]);
    app.clock.set('2036-11-21T15:30:00Z');
    await app.work();
    expect(await mill.state(postId)).toBe('draft');
    const begun = (await app.ledger(mill.school.id)).findLast(
      ({ action, about }) => action === 'posts.beginPublishing' && about['post'] === postId,
    );
    expect(begun).toMatchObject({ about: { result: 'reopened', why: 'bytes-differ' }, clauses: ['ST-71'] });
  });

  test('way 21: an approved job is played again after the post was withdrawn', async () => {
    const { postId } = await mill.approved(mill.author, { wantedAt: LATER });
    await app.as(mill.author).posts.withdraw({ postId });
    app.clock.set('2036-11-21T15:30:00Z');
    expect(await mill.system.posts.beginPublishing({ postId })).toEqual({ result: 'not-now', toSend: [] });
    await staysIn(postId);
  });

  test('way 22: an approval given under one idempotency key is replayed after an edit', async () => {
    const { postId, hash } = await mill.sent();
    const input = { postId, hash, checklist: yes(await app.as(mill.runner).posts.read({ postId })) };
    app.clock.set(FRIDAY);
    expect(await app.as(mill.runner).posts.approve(input, { idempotencyKey: 'once' })).toMatchObject({
      state: 'approved',
    });
    const { revision } = await app.as(mill.author).posts.read({ postId });
    await app.as(mill.author).posts.save({ postId, revision, ...mill.content({ words: 'Other words.' }) });
    await app.as(mill.author).posts.submit({ postId });
    await app.as(mill.runner).posts.approve(input, { idempotencyKey: 'once' });
    expect(await mill.state(postId)).toBe('waiting');
    await staysIn(postId);
  });

  test('way 23: a stricter policy comes into force between the approval nobody needed and the publishing minute', async () => {
    const st = await app.ready('st-nicholas');
    const { postId, answer } = await st.sent(st.author, {
      wantedAt: '2036-11-22T09:00',
      statements: { withoutReader: 'Only a change of date.' },
    });
    expect(answer.outcome).toBe('approved');
    await st.operating.policy.putInForce({ model: 'starter', effectiveOn: '2036-11-22' });
    app.clock.set('2036-11-22T09:00:00Z');
    await app.work();
    expect(await st.state(postId)).toBe('draft');
    expect(await st.notices()).toEqual([]);
  });

  test('way 24: the parts of Gatepost that publish are called directly', async () => {
    const { postId } = await mill.sent();
    for (const actor of [mill.head, mill.admin, operator(mill.school.id)]) {
      expect(await failureOf(app.as(actor).posts.beginPublishing({ postId }))).toMatchObject({ kind: 'forbidden' });
    }
    expect(await mill.system.posts.beginPublishing({ postId })).toMatchObject({ result: 'not-now' });
    await staysIn(postId);
  });

  test('way 25: one person approves twice where two are asked for', async () => {
    const { postId } = await mill.sent(mill.author, {
      emergency: true,
      emergencyReason: 'The boiler has failed.',
      words: 'School is closed today.',
    });
    expect(await mill.approve(mill.head, postId)).toMatchObject({ state: 'waiting', wanting: 1 });
    expect(await mill.approve(mill.head, postId)).toMatchObject({ state: 'waiting', wanting: 1 });
    await staysIn(postId);
    expect(await mill.approve(mill.deputy, postId)).toMatchObject({ state: 'approved' });
  });
});
