// Passkeys on a real database: what is right gets in, once; what is wrong in any way does not, and nobody is told which way.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { browserOf, FROM, headerOf, HOME, NGOZI, quickLogin, signInFixture, type Fixture } from './fixture.ts';
import { mayHavePasskeys } from './passkeys.ts';
import type { SessionRef } from './port.ts';
import { softwarePasskey, type Lies } from './software-passkey.ts';

let f: Fixture;
let loginId: string;
let session: SessionRef;
beforeAll(async () => void (f = await signInFixture()));
beforeEach(async () => {
  await f.empty();
  loginId = await quickLogin(f);
  session = (await f.live(await browserOf(f.signIn)))!;
});
afterAll(() => f.close());

const { ip } = FROM;

async function added(passkey = softwarePasskey(HOME), lies: Lies = {}) {
  const ask = (await f.signIn.askForNew(session))!;
  const answer = await f.signIn.addPasskey({ session, answer: passkey.create(ask, lies), name: 'My key', ip });
  return { passkey, answer };
}
const signInWith = (answer: string) => f.signIn.signInWithPasskey({ answer, cookieHeader: null, ...FROM });

it('is added with a name, makes the factor fresh, and signs in by itself', async () => {
  const { passkey, answer } = await added();
  expect(answer.kind).toBe('shown');
  expect(await f.live(headerOf(answer.kind === 'shown' ? answer.cookies : []))).toMatchObject({
    hasSecondFactor: true,
    factorAt: f.clock.now(),
  });
  expect(await f.signIn.passkeys(loginId)).toMatchObject([{ name: 'My key', synced: false, usedAt: null }]);
  f.clock.advance({ hours: 1 });
  const ask = await f.signIn.askForSignIn();
  expect(ask).toMatchObject({ rpId: 'gatepost.example.sch.uk', userVerification: 'required' });
  const entered = await signInWith(passkey.get(ask));
  expect(entered).toMatchObject({ kind: 'session', loginId });
  expect(await f.live(headerOf(entered.kind === 'session' ? entered.cookies : []))).toMatchObject({
    passwordAt: f.clock.now(),
    factorAt: f.clock.now(),
  });
  expect(await f.signIn.passkeys(loginId)).toMatchObject([{ usedAt: f.clock.now() }]);
  expect(f.kinds()).toEqual(['login-created', 'signed-in', 'passkey-added', 'signed-in']);
});

it.each<[string, Lies]>([
  ['another origin', { origin: 'https://gatepost.example.sch.uk.evil.example' }],
  ['plain http', { origin: 'http://gatepost.example.sch.uk' }],
  ['another site’s name', { rpId: 'evil.example' }],
  ['another ceremony', { type: 'webauthn.create' }],
])('refuses %s', async (_what, lies) => {
  const { passkey } = await added();
  expect(await signInWith(passkey.get(await f.signIn.askForSignIn(), lies))).toEqual({ kind: 'wrong' });
  const other = await added(softwarePasskey(HOME), lies.type === undefined ? lies : { type: 'webauthn.get' });
  expect(other.answer).toEqual({ kind: 'wrong' });
  expect(f.kinds().filter((kind) => kind === 'signed-in')).toHaveLength(1);
});

it('takes each challenge once, for ten minutes, and none that is not ours', async () => {
  const { passkey } = await added();
  const ask = await f.signIn.askForSignIn();
  const [one, two] = await Promise.all([signInWith(passkey.get(ask)), signInWith(passkey.get(ask))]);
  expect([one.kind, two.kind].toSorted()).toEqual(['expired', 'session']);
  expect(await signInWith(passkey.get(ask))).toEqual({ kind: 'expired' });
  const late = await f.signIn.askForSignIn();
  f.clock.advance({ minutes: 10 });
  expect(await signInWith(passkey.get(late))).toEqual({ kind: 'expired' });
  for (const challenge of ['', 'AAAA', Buffer.alloc(56).toString('base64url'), `${ask.challenge.slice(0, -2)}AA`]) {
    expect(await signInWith(passkey.get({ challenge }))).toEqual({ kind: 'expired' });
  }
});

it('takes a challenge for what it was made for only', async () => {
  const { passkey } = await added();
  const again = await f.signIn.askAgain(session, [passkey.id]);
  expect(await signInWith(passkey.get(again))).toEqual({ kind: 'expired' });
  const forSignIn = passkey.get(await f.signIn.askForSignIn());
  expect(await f.signIn.confirmPasskey({ session, answer: forSignIn, ip })).toEqual({ kind: 'expired' });
  const elsewhere = (await f.live(await signedInByPasskey(passkey)))!;
  const ofOther = passkey.get(await f.signIn.askAgain(elsewhere, [passkey.id]));
  expect(await f.signIn.confirmPasskey({ session, answer: ofOther, ip })).toEqual({ kind: 'expired' });
});

async function signedInByPasskey(passkey: ReturnType<typeof softwarePasskey>): Promise<string> {
  const answer = await signInWith(passkey.get(await f.signIn.askForSignIn()));
  if (answer.kind !== 'session') throw new Error(answer.kind);
  return headerOf(answer.cookies);
}

it('is somebody’s own: another’s confirms nothing, takes no second step, and is not added twice', async () => {
  const { passkey } = await added();
  const eve = await quickLogin(f, { ...NGOZI, email: 'eve@example.sch.uk' });
  const evesSession = (await f.live(await browserOf(f.signIn, { ...NGOZI, email: 'eve@example.sch.uk' })))!;
  const evil = softwarePasskey(HOME);
  const ask = (await f.signIn.askForNew(evesSession))!;
  await f.signIn.addPasskey({ session: evesSession, answer: evil.create(ask), name: '', ip });
  const again = await f.signIn.askAgain(session, [passkey.id]);
  expect(await f.signIn.confirmPasskey({ session, answer: evil.get(again), ip })).toEqual({ kind: 'wrong' });
  const step = await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM });
  const cookieHeader = headerOf(step.kind === 'second-factor' ? step.cookies : []);
  const second = (await f.signIn.askForSecondStep(cookieHeader))!;
  expect(second.allowCredentials).toEqual([{ id: passkey.id, type: 'public-key' }]);
  expect(await f.signIn.verifyPasskey({ cookieHeader, answer: evil.get(second), ...FROM })).toEqual({ kind: 'wrong' });
  // It says that it is Ngozi's, and is not.
  evil.belongTo((await f.signIn.askForNew(session))!.user.id);
  expect(await signInWith(evil.get(await f.signIn.askForSignIn()))).toEqual({ kind: 'wrong' });
  const twice = (await f.signIn.askForNew(evesSession))!;
  expect(await f.signIn.addPasskey({ session: evesSession, answer: passkey.create(twice), name: '', ip })).toEqual({
    kind: 'taken',
  });
  expect(await f.signIn.removePasskey({ loginId: eve, passkeyId: (await f.signIn.passkeys(loginId))[0]!.id })).toBe(
    false,
  );
});

it('without finger, face or PIN is a second step and no sign-in by itself', async () => {
  const { passkey } = await added(softwarePasskey(HOME), { unverified: true });
  const alone = passkey.get(await f.signIn.askForSignIn(), { unverified: true });
  expect(await signInWith(alone)).toEqual({ kind: 'unverified' });
  const step = await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM });
  const cookieHeader = headerOf(step.kind === 'second-factor' ? step.cookies : []);
  const answer = passkey.get((await f.signIn.askForSecondStep(cookieHeader))!, { unverified: true });
  expect(await f.signIn.verifyPasskey({ cookieHeader, answer, ...FROM })).toMatchObject({ kind: 'session', loginId });
  expect(await f.signIn.verifyPasskey({ cookieHeader, answer, ...FROM })).toEqual({ kind: 'expired' });
});

it('notices a copy by its counter, and goes on with those that do not count', async () => {
  const { passkey } = await added();
  await signedInByPasskey(passkey);
  passkey.countFrom(0);
  expect(await signInWith(passkey.get(await f.signIn.askForSignIn()))).toEqual({ kind: 'wrong' });
  const { passkey: telephone } = await added(softwarePasskey(HOME, { counts: false }));
  await signedInByPasskey(telephone);
  await signedInByPasskey(telephone);
});

it('is taken away, and then lets nobody in', async () => {
  const { passkey } = await added();
  const [{ id } = { id: '' }] = await f.signIn.passkeys(loginId);
  expect(await f.signIn.removePasskey({ loginId, passkeyId: id })).toBe(true);
  expect(await f.signIn.removePasskey({ loginId, passkeyId: id })).toBe(false);
  expect(await signInWith(passkey.get(await f.signIn.askForSignIn()))).toEqual({ kind: 'wrong' });
  expect((await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).kind).toBe('session');
});

it('takes anything at all as an answer, and is slowed down by many', async () => {
  const odd = ['', '{}', 'null', '[]', '\0', 'x'.repeat(1_000_000), '{"id":1}', JSON.stringify({ response: {} })];
  for (const answer of odd) {
    expect(await signInWith(answer)).toEqual({ kind: 'wrong' });
    expect(await f.signIn.addPasskey({ session, answer, name: '', ip })).toEqual({ kind: 'wrong' });
  }
  const answers = [];
  for (let tries = 0; tries < 100 - odd.length + 1; tries++) answers.push((await signInWith('{}')).kind);
  expect(answers.at(-2)).toBe('wrong');
  expect(answers.at(-1)).toBe('locked');
});

it('needs an address that browsers accept', () => {
  expect(f.signIn.passkeysWork).toBe(true);
  const works = ['https://posts.school.example', 'http://localhost:3000', 'https://localhost'];
  const not = ['http://127.0.0.1:3000', 'https://192.168.1.5', 'http://[::1]:3000', 'https://[fe80::1]'];
  expect([...works, ...not].filter(mayHavePasskeys)).toEqual(works);
});
