// Access that is ended stops at the next request, in every process; and the ways back in: a link anew, and from the machine itself.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { headerOf } from '#sign-in/fixture.ts';
import { compose, type App } from './compose.ts';
import { joinWithPassword, openLink, recoverWithPassword } from './links.ts';
import { recoverIn } from './recover-person.ts';

const from = { ip: '192.0.2.7', userAgent: 'test' };
const PRIYA = { email: 'priya@millrace.example', password: 'violet harbour tidy kettle' };
const HEAD = { email: 'head@millrace.example', password: 'copper lantern drifts sideways' };
const clock = movableClock('2026-11-20T09:00:00Z');

let folder: string;
let database: TestDatabase;
/** Two processes on one database. */
let one: App;
let other: App;
let schoolId: string;
let head: PersonActor;
let admin: PersonActor;
let priyaId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'end-access-'));
  database = await openTestDatabase();
  const open = async () =>
    compose({
      address: database.owner,
      dataDir: folder,
      keyring: await openMasterKeys(folder, { create: true }),
      origin: 'http://localhost:3000',
      log: { info() {}, warn() {}, error() {} },
      uploadLimit: 1_000_000,
      connections: 2,
      clock,
    });
  one = await open();
  other = await open();
  const made = await one.as(operator(crypto.randomUUID())).policy.setUp({
    school: { name: 'Millrace Primary School', shortName: 'Millrace', phase: 'primary', division: 'england-and-wales' },
    model: 'starter',
    you: { firstName: 'Ada', lastName: 'Quill', email: 'ada@millrace.example' },
  } as never);
  ({ schoolId } = made);
  const add = async (firstName: string, email: string, responsibilities: readonly string[] = []) => {
    const { people } = one.as(operator(schoolId));
    const { personId } = await people.add({ firstName, lastName: 'Okafor', email, types: ['staff'] });
    for (const responsibility of responsibilities)
      await people.grantResponsibility({ personId, responsibility: responsibility as never });
    return personId;
  };
  await joins(await add('Ngozi', HEAD.email, ['headteacher']), HEAD.password);
  await joins(made.personId, 'seven quiet herons wade');
  priyaId = await add('Priya', PRIYA.email, ['dsl']);
  await joins(priyaId, PRIYA.password);
  head = await actorOf(HEAD);
  admin = await actorOf({ email: 'ada@millrace.example', password: 'seven quiet herons wade' });
});
afterAll(async () => {
  await one.close();
  await other.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function joins(personId: string, password: string): Promise<void> {
  const { token } = await one.as(operator(schoolId)).people.invite({ personId });
  await joinWithPassword(one, token, password, from);
}
async function browserOf(who: typeof HEAD): Promise<string> {
  const answer = await one.signIn.signIn({ ...who, cookieHeader: null, ...from });
  if (answer.kind !== 'session') throw new Error(answer.kind);
  return headerOf(answer.cookies);
}
async function actorOf(who: typeof HEAD): Promise<PersonActor> {
  const { actor } = await one.identify.bySession(await browserOf(who), null);
  if (actor.kind !== 'person') throw new Error(actor.kind);
  return actor;
}
const notices = async (actor: PersonActor) => (await one.as(actor).people.readNotices({})).notices;

it('stops sessions, tokens and open links everywhere at the next request, and is told to those who decide', async () => {
  const priya = await actorOf(PRIYA);
  const [here, elsewhere] = [await browserOf(PRIYA), await browserOf(PRIYA)];
  const { token } = await one.as(priya).people.makeToken({ name: 'Export', scopes: ['people:read'], days: 30 });
  expect((await other.identify.bySession(elsewhere, null)).actor.kind).toBe('person');
  expect(await other.identify.byToken(token)).not.toBeNull();

  const ended = await one.as(admin).people.endAccess({ personId: priyaId });
  expect(ended).toMatchObject({ tokens: 1 });
  expect(ended.sessions).toBeGreaterThanOrEqual(2);
  for (const app of [one, other]) {
    expect((await app.identify.bySession(here, null)).session).toBeNull();
    expect((await app.identify.bySession(elsewhere, null)).session).toBeNull();
    expect(await app.identify.byToken(token)).toBeNull();
  }
  // The password still fits the login, which belongs to nobody here any more.
  expect((await other.identify.bySession(await browserOf(PRIYA), null)).actor.kind).toBe('visitor');
  expect(await notices(head)).toContainEqual(
    expect.objectContaining({ kind: 'people.access-ended', text: 'The access of Priya Okafor was ended.' }),
  );
  await expect(one.as(admin).people.endAccess({ personId: priyaId })).rejects.toMatchObject({ code: 'not-joined' });
  const entry = await one.database.owner.query<{ body: string }>(
    `select body from entry where scope_id = $1 and body like '%people.endAccess%' and body like '%"done"%'`,
    [schoolId],
  );
  expect(JSON.parse(entry.rows[0]!.body)).toMatchObject({ about: { person: priyaId, tokens: 1 } });
});

it('a token, too, does nothing from the day on that a second factor is due', async () => {
  const { personId } = await one.as(operator(schoolId)).people.add({
    firstName: 'Tova',
    lastName: 'Lindqvist',
    email: 'tova@millrace.example',
    types: ['staff'],
  });
  await joins(personId, 'eleven lanterns down river');
  const tova = await actorOf({ email: 'tova@millrace.example', password: 'eleven lanterns down river' });
  const { token } = await one.as(tova).people.makeToken({ name: 'Export', scopes: ['people:read'], days: 30 });
  const set = (roles: string[]) =>
    one.database.owner.query(
      `update school set second_factor_roles = $2, second_factor_since = '{"staff": "2026-01-01"}' where id = $1`,
      [schoolId, roles],
    );
  const mayRead = async () => one.as((await other.identify.byToken(token))!).people.me({});
  await expect(mayRead()).resolves.toMatchObject({ firstName: 'Tova' });
  await set(['staff']);
  await expect(mayRead()).rejects.toMatchObject({ code: 'second-factor-needed' });
  await set([]);
  await expect(mayRead()).resolves.toMatchObject({ firstName: 'Tova' });
});

it('is undone by an invitation, under a new password, with nothing of before coming alive', async () => {
  const stale = await browserOf(PRIYA);
  const { token } = await one.as(head).people.invite({ personId: priyaId });
  const password = 'amber thimble over fences';
  const joined = await joinWithPassword(one, token, password, from);
  expect((await other.identify.bySession(headerOf(joined.cookies), null)).actor).toMatchObject({ personId: priyaId });
  expect((await other.identify.bySession(stale, null)).session).toBeNull();
  expect(await one.signIn.signIn({ ...PRIYA, cookieHeader: null, ...from })).toEqual({ kind: 'wrong' });
  expect((await one.as(head).people.read({ personId: priyaId })).accessEndedAt).toBeNull();
});

it('a head may be shut out, but all who decide are told; nobody shuts out the last administrator, or themselves', async () => {
  await expect(one.as(admin).people.endAccess({ personId: admin.personId })).rejects.toMatchObject({
    code: 'your-own',
  });
  const priya = await actorOf({ ...PRIYA, password: 'amber thimble over fences' });
  await expect(one.as(priya).people.endAccess({ personId: head.personId })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await one.as(admin).people.endAccess({ personId: head.personId });
  expect(await notices(priya)).toContainEqual(
    expect.objectContaining({ kind: 'people.access-ended', text: 'The access of Ngozi Okafor was ended.' }),
  );
  const last = one.as(operator(schoolId)).people.endAccess({ personId: admin.personId });
  await expect(last).rejects.toMatchObject({ code: 'last-administrator' });
});

it('from the machine itself: a lone administrator gets a link, which the ledger keeps and those who decide hear of', async () => {
  const made = await recoverIn(one, ' ADA@millrace.example ');
  expect(made).toMatchObject({ name: 'Ada Quill', school: 'Millrace Primary School', purpose: 'recover' });
  const token = made.link.split('/').at(-1)!;
  expect((await openLink(one, token, 'recover')).email).toBe('ada@millrace.example');
  await recoverWithPassword(one, token, 'nine lanterns by the weir');
  const back = await actorOf({ email: 'ada@millrace.example', password: 'nine lanterns by the weir' });
  expect((await notices(back)).map(({ kind }) => kind)).toContain('people.signed-in-recovered');
  const priya = await actorOf({ ...PRIYA, password: 'amber thimble over fences' });
  expect(await notices(priya)).toContainEqual(
    expect.objectContaining({ kind: 'people.link-made', text: 'A link to set a new password was made for Ada Quill.' }),
  );
  const { rows } = await one.database.owner.query<{ body: string }>(
    `select body from entry where scope_id = $1 and body like '%people.recover"%' order by at desc limit 1`,
    [schoolId],
  );
  expect(JSON.parse(rows[0]!.body)).toMatchObject({ actor: { kind: 'operator' }, about: { person: admin.personId } });
  await expect(recoverIn(one, 'nobody@millrace.example')).rejects.toMatchObject({ kind: 'not-found' });
  expect((await recoverIn(one, HEAD.email)).purpose).toBe('join');
});

it('a role that needs a second factor has its days of grace, and then the door closes', async () => {
  await one.as(operator(schoolId)).schools.setSecondFactorRoles({ roles: ['dsl'], graceDays: 5 });
  const header = await browserOf({ ...PRIYA, password: 'amber thimble over fences' });
  const seen = async () => (await other.identify.bySession(header, null)).actor;
  expect(await seen()).toMatchObject({ factorDue: '2026-11-25' });
  expect(await seen()).not.toHaveProperty('factorMissing');
  const { duties } = await one.as(await seen()).duties.listToday({});
  expect(duties).toContainEqual(
    expect.objectContaining({ kind: 'people.second-factor', due: '2026-11-25', urgency: 'calm' }),
  );
  clock.advance({ hours: 24 * 5 });
  const later = (
    await one.identify.bySession(await browserOf({ ...PRIYA, password: 'amber thimble over fences' }), null)
  ).actor;
  expect(later).toMatchObject({ factorMissing: true });
  await expect(one.as(later).people.me({})).rejects.toMatchObject({ code: 'second-factor-needed' });
  // Kept again, the day does not move; taken off, nothing is asked.
  await one.as(operator(schoolId)).schools.setSecondFactorRoles({ roles: ['dsl', 'slt'] });
  expect(await one.as(operator(schoolId)).schools.readSignInRules({})).toMatchObject({ graceDays: 5 });
  await one.as(operator(schoolId)).schools.setSecondFactorRoles({ roles: [] });
  await expect(
    one.as(await actorOf({ ...PRIYA, password: 'amber thimble over fences' })).people.me({}),
  ).resolves.toBeTruthy();
});

it('the strictest school decides how long a session lives, from the next request on', async () => {
  const header = await browserOf({ ...PRIYA, password: 'amber thimble over fences' });
  const { schools } = one.as(operator(schoolId));
  await schools.setSessionLimits({ idleMinutes: 15, days: 1 });
  clock.advance({ minutes: 14 });
  expect((await other.identify.bySession(header, null)).session).not.toBeNull();
  await other.signIn.idle();
  clock.advance({ minutes: 14 });
  expect((await one.identify.bySession(header, null)).session).not.toBeNull();
  await one.signIn.idle();
  clock.advance({ minutes: 15 });
  expect((await other.identify.bySession(header, null)).session).toBeNull();
  for (const wrong of [
    { idleMinutes: 14, days: 7 },
    { idleMinutes: 1441, days: 7 },
    { idleMinutes: 60, days: 31 },
  ])
    await expect(schools.setSessionLimits(wrong)).rejects.toMatchObject({ kind: 'invalid' });
});

it('says of a session what is known of its place: the address, and whether it is the school’s own', async () => {
  await one.as(operator(schoolId)).schools.setNetworks({ networks: ['192.0.2.77/24'] });
  const { session, actor } = await one.identify.bySession(
    await browserOf({ ...PRIYA, password: 'amber thimble over fences' }),
    null,
  );
  const [here] = await one.ownSessions(actor, session!);
  expect(here).toMatchObject({ isThis: true, ip: '192.0.2.7', isOwnNetwork: true });
});

it('an invitation that two use at once leaves the password of the one who is told so, and of nobody else', async () => {
  const passwords = ['hazel trombone at noon', 'willow compass in fog'];
  for (const [round, leftBehind] of [true, false].entries()) {
    const email = `bryn.${round}@millrace.example`;
    const { personId } = await one
      .as(operator(schoolId))
      .people.add({ firstName: 'Bryn', lastName: 'Weir', email, types: ['staff'] });
    if (leftBehind) await one.signIn.createLogin({ email, name: 'Bryn Weir', password: 'pewter gondola under rain' });
    const { token } = await one.as(operator(schoolId)).people.invite({ personId });
    const used = await Promise.allSettled(
      passwords.map((password, i) => joinWithPassword(i === 0 ? one : other, token, password, from)),
    );
    expect(used.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    for (const [i, password] of passwords.entries()) {
      const { kind } = await one.signIn.signIn({ email, password, cookieHeader: null, ...from });
      expect(kind).toBe(used[i]!.status === 'fulfilled' ? 'session' : 'wrong');
    }
  }
});

it('a recovery link that two use at once sets the password of the one who is told so, and of nobody else', async () => {
  const email = 'rosa@millrace.example';
  const { personId } = await one
    .as(operator(schoolId))
    .people.add({ firstName: 'Rosa', lastName: 'Weir', email, types: ['staff'] });
  await joins(personId, 'pewter gondola under rain');
  const { token } = await one.as({ ...admin, factorAt: clock.now() }).people.recover({ personId });
  const passwords = ['hazel trombone at noon', 'willow compass in fog'];
  const used = await Promise.allSettled(
    passwords.map((password, i) => recoverWithPassword(i === 0 ? one : other, token, password)),
  );
  expect(used.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  for (const [i, password] of passwords.entries()) {
    const { kind } = await one.signIn.signIn({ email, password, cookieHeader: null, ...from });
    expect(kind).toBe(used[i]!.status === 'fulfilled' ? 'session' : 'wrong');
  }
});
