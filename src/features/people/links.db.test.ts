// Personal links: joining, recovering, and that each works once, for one person, and not for ever. Access tokens too.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;
let head: PersonActor;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.drop());
beforeEach(async () => {
  app.clock.set('2026-11-20T09:00:00Z');
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
});

const newcomer = () => mill.person({ name: 'Nell New', joined: false });

it('lets the person with the link join once, under a login of their own', async () => {
  const { personId } = await newcomer();
  const { token, invitationId, email } = await app.as(mill.first).people.invite({ personId });
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(JSON.stringify(await app.rows('select * from invitation where school_id = $1', [mill.id]))).not.toContain(
    token,
  );
  expect(JSON.stringify(await app.rows('select body from entry where scope_id = $1', [mill.id]))).not.toContain(token);
  const holder = await app.linkHolder(token);
  expect(await app.as(holder).people.openInvitation({})).toEqual({
    purpose: 'join',
    name: 'Nell New',
    email,
    school: 'Millrace Primary School',
    expiresAt: '2026-11-27T09:00:00Z',
    loginId: null,
    keepsFactor: false,
  });
  const loginId = randomUUID();
  const both = await Promise.allSettled([
    app.as(holder).people.acceptInvitation({ loginId }),
    app.as(holder).people.acceptInvitation({ loginId: randomUUID() }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const joined = { kind: 'conflict', code: 'already-joined', remedy: 'Sign in.' };
  await expect(app.as(holder).people.acceptInvitation({ loginId })).rejects.toMatchObject(joined);
  await expect(app.as(holder).people.openInvitation({})).rejects.toMatchObject(joined);
  expect((await app.as(head).people.read({ personId })).link).toMatchObject({ id: invitationId, state: 'used' });
  await expect(app.as(head).people.invite({ personId })).rejects.toMatchObject({ code: 'already-joined' });
  const { notices } = await app.as(mill.first).people.readNotices({});
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'people.joined', text: 'Nell New has joined.' }));
});

it('opens no link that is old, taken back, replaced, or of somebody who has left', async () => {
  const { personId } = await newcomer();
  const api = app.as(head).people;
  const opened = async (token: string) => app.as(await app.linkHolder(token)).people.openInvitation({});
  const { token: replaced } = await api.invite({ personId });
  const { token: withdrawn } = await api.invite({ personId });
  await expect(opened(replaced)).rejects.toMatchObject({ code: 'link-withdrawn' });
  await api.withdrawInvitation({ personId });
  await expect(opened(withdrawn)).rejects.toMatchObject({ code: 'link-withdrawn' });
  await expect(api.withdrawInvitation({ personId })).rejects.toMatchObject({ kind: 'not-found' });
  const { token: moved } = await api.invite({ personId });
  await api.change({ personId, email: 'somebody.else@example.sch.uk' });
  await expect(opened(moved)).rejects.toMatchObject({ code: 'link-withdrawn' });
  const { token: old } = await api.invite({ personId });
  app.clock.advance({ hours: 7 * 24 });
  await expect(opened(old)).rejects.toMatchObject({ code: 'link-expired' });
  head = await mill.again(head);
  const { token: left } = await app.as(head).people.invite({ personId });
  await app.as(head).people.endPerson({ personId });
  await expect(opened(left)).rejects.toMatchObject({ code: 'link-withdrawn' });
  await expect(app.as(head).people.invite({ personId })).rejects.toMatchObject({ kind: 'not-found' });
});

it('opens a link for its own purpose and its own school only', async () => {
  const { personId } = await newcomer();
  const { token } = await app.as(head).people.invite({ personId });
  const holder = await app.linkHolder(token);
  const otherwise = app.as({ ...holder, purpose: 'recover' }).people;
  await expect(otherwise.openInvitation({})).rejects.toMatchObject({ kind: 'not-found' });
  await expect(otherwise.markRecovered({})).rejects.toMatchObject({ kind: 'not-found' });
  const other = await app.school('Otterford School');
  await expect(app.as({ ...holder, scopeId: other.id }).people.openInvitation({})).rejects.toMatchObject({
    kind: 'not-found',
  });
});

it('invites only people with an address of their own who work for the school', async () => {
  const { personId } = await app.as(head).people.add({ firstName: 'Noah', lastName: 'Address', types: ['staff'] });
  await expect(app.as(head).people.invite({ personId })).rejects.toMatchObject({ code: 'no-address' });
  const pupil = await app.as(head).people.add({ firstName: 'Amelia', lastName: 'Brown', types: ['pupil'] });
  await expect(app.as(head).people.invite(pupil)).rejects.toMatchObject({ code: 'not-a-colleague' });
});

it('tells everybody who decides of an invitation for somebody who is to decide', async () => {
  const lead = await mill.person({ name: 'Sana Lead', responsibilities: ['dsl'], joined: false });
  await app.as(mill.first).people.invite({ personId: lead.personId });
  const { notices } = await app.as(head).people.readNotices({});
  expect(notices).toContainEqual(
    expect.objectContaining({ kind: 'people.link-made', text: 'Sana Lead was invited to join.' }),
  );
});

it('hands over a recovery link, once, with everybody who decides told', async () => {
  const { personId, loginId } = await mill.person({ name: 'Forgetful Fox' });
  const { token } = await app.as(mill.first).people.recover({ personId });
  for (const told of [head, { ...head, personId }]) {
    const { notices } = await app.as(told).people.readNotices({});
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'people.link-made' }));
  }
  const holder = await app.linkHolder(token);
  expect(await app.as(holder).people.openInvitation({})).toMatchObject({ purpose: 'recover', loginId });
  await expect(app.as(holder).people.acceptInvitation({ loginId: randomUUID() })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await app.as(holder).people.markRecovered({});
  await expect(app.as(holder).people.markRecovered({})).rejects.toMatchObject({ code: 'link-used' });
  await expect(app.as(head).people.recover({ personId: head.personId })).rejects.toMatchObject({ code: 'your-own' });
  const late = await newcomer();
  await expect(app.as(head).people.recover({ personId: late.personId })).rejects.toMatchObject({ code: 'not-joined' });
  app.clock.advance({ minutes: 31 });
  await expect(app.as(head).people.recover({ personId })).rejects.toMatchObject({ code: 'fresh-factor-needed' });
});

it('hands out no recovery link for somebody who acts for the trust', async () => {
  const { personId, loginId } = await mill.person({ name: 'Celia Marsh' });
  const trust = app.as(operator(randomUUID())).schools;
  await trust.foundTrust({ name: 'Fairwater Learning Trust' });
  const { leadId } = await trust.nameTrustLead({ loginId, name: 'Celia Marsh' });
  const recovered = async () => app.as(await mill.again(head)).people.recover({ personId });
  await expect(recovered()).rejects.toMatchObject({ code: 'belongs-elsewhere' });
  await app.rows('update trust_lead set ended_at = named_at where id = $1', [leadId]);
  await expect(recovered()).resolves.toMatchObject({ token: expect.any(String) });
});

it('hands out no recovery link for somebody whose login opens another school too, unless from the machine itself', async () => {
  const { personId, loginId } = await mill.person({ name: 'Graham Both' });
  const weir = await app.school('Weir Primary School');
  const there = await weir.person({ name: 'Graham Both', joined: false });
  const { token } = await app.as(weir.first).people.invite({ personId: there.personId });
  await app.as(await app.linkHolder(token)).people.acceptInvitation({ loginId });
  for (const [who, id] of [
    [head, personId],
    [weir.first, there.personId],
  ] as const) {
    await expect(app.as(who).people.recover({ personId: id })).rejects.toMatchObject({ code: 'belongs-elsewhere' });
  }
  await expect(app.as(operator(mill.id)).people.recover({ personId })).resolves.toMatchObject({
    token: expect.any(String),
  });
  await app.as(weir.first).people.endAccess({ personId: there.personId });
  await expect(app.as(head).people.recover({ personId })).resolves.toMatchObject({ token: expect.any(String) });
});

it('makes tokens that are shown once, do only what they say, and end', async () => {
  const made = await app.as(head).people.makeToken({ name: 'Weekly export', scopes: ['people:read'], days: 30 });
  expect(made.token).toMatch(/^gp_[A-Za-z0-9_-]{43}$/);
  expect(JSON.stringify(await app.rows('select * from access_token'))).not.toContain(made.token);
  const { tokens } = await app.as(head).people.listTokens({});
  expect(tokens).toMatchObject([
    { id: made.tokenId, name: 'Weekly export', state: 'working', expiresAt: '2026-12-20T09:00:00Z' },
  ]);
  const byToken: PersonActor = { ...head, via: 'token', scopes: new Set(['people:read']), factorAt: null };
  await app.as(byToken).people.list({});
  const person = { firstName: 'A', lastName: 'B', types: ['staff' as const] };
  await expect(app.as(byToken).people.add(person)).rejects.toMatchObject({ code: 'token-not-enough' });
  for (const call of [
    () => app.as(byToken).people.makeToken({ name: 'more', scopes: ['people:write'], days: 1 }),
    () => app.as(byToken).people.listTokens({}),
    () => app.as(byToken).people.invite({ personId: mill.first.personId }),
  ]) {
    await expect(call()).rejects.toMatchObject({ kind: 'forbidden' });
  }
  await expect(
    app.as(head).people.makeToken({ name: 'long', scopes: ['people:read'], days: 366 }),
  ).rejects.toMatchObject({ kind: 'invalid' });
  await expect(app.as(mill.first).people.revokeToken({ tokenId: made.tokenId })).rejects.toMatchObject({
    kind: 'not-found',
  });
  await app.as(head).people.revokeToken({ tokenId: made.tokenId });
  expect((await app.as(head).people.listTokens({})).tokens[0]).toMatchObject({ state: 'revoked' });
  await expect(app.as(head).people.revokeToken({ tokenId: made.tokenId })).rejects.toMatchObject({ kind: 'not-found' });
});

it('mirrors sign-in to the ledger by the person’s id, and tells the person what they should know', async () => {
  const system = systemActor(mill.id, 'sign-in');
  await app.as(system).people.noteSignIn({ personId: head.personId, event: 'signed-in' });
  app.clock.advance({ seconds: 1 });
  await app.as(system).people.noteSignIn({ personId: head.personId, event: 'locked' });
  const entries = await app.rows<{ body: string }>(
    `select body from entry where scope_id = $1 and body like '%noteSignIn%' order by id`,
    [mill.id],
  );
  expect(entries.map(({ body }) => (JSON.parse(body) as { about: unknown }).about)).toEqual([
    { event: 'signed-in', person: head.personId },
    { event: 'locked', person: head.personId },
  ]);
  const { notices } = await app.as(head).people.readNotices({});
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'people.locked' }));
  await expect(app.as(head).people.noteSignIn({ personId: head.personId, event: 'signed-in' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});
