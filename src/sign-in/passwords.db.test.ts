import { createHook } from 'node:async_hooks';
import fc from 'fast-check';
import { openPlainPool } from '#db/pool.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  browserOf,
  FROM,
  headerOf,
  HOME,
  newLogin,
  NGOZI,
  quickLogin,
  signInFixture,
  type Fixture,
} from './fixture.ts';
import { SIGN_IN_CONNECTION } from './port.ts';
import { createSignIn } from './sign-in.ts';

let f: Fixture;
beforeAll(async () => void (f = await signInFixture()));
beforeEach(async () => {
  await f.empty();
});
afterAll(() => f.close());

it('signs in by e-mail address in any case, with spaces round it, and by the password exactly', async () => {
  const loginId = await newLogin(f.signIn);
  const answer = await f.signIn.signIn({
    email: ' NGOZI@Example.sch.UK ',
    password: NGOZI.password,
    cookieHeader: null,
    ...FROM,
  });
  expect(answer).toMatchObject({ kind: 'session', loginId });
  expect(await f.signIn.signIn({ ...NGOZI, password: ` ${NGOZI.password}`, cookieHeader: null, ...FROM })).toEqual({
    kind: 'wrong',
  });
  expect(f.kinds()).toEqual(['login-created', 'signed-in', 'wrong-password']);
  expect(f.events.at(-1)).toMatchObject({ loginId, ip: FROM.ip });
});

it('tells who is signed in, and stops after twelve hours without use', async () => {
  const loginId = await quickLogin(f);
  const header = await browserOf(f.signIn);
  expect(await f.live(header)).toMatchObject({ loginId, email: NGOZI.email, factorAt: null, hasSecondFactor: false });
  f.clock.advance({ hours: 11, minutes: 59 });
  expect(await f.live(header)).not.toBeNull();
  f.clock.advance({ minutes: 1 });
  expect(await f.live(header)).toBeNull();
  f.clock.advance({ hours: 12 });
  await f.signIn.sweep();
  expect((await f.pool.query('select from sign_in.session')).rowCount).toBe(0);
});

it('answers alike whether the address exists or not', async () => {
  await quickLogin(f);
  const guess = (email: string, ip: string) =>
    f.signIn.signIn({ email, password: 'wrong wrong wrong', cookieHeader: null, ip, userAgent: '' });
  const told = async (email: string, ip: string) => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await guess(email, ip));
    return answers;
  };
  const known = await told(NGOZI.email, '198.51.100.1');
  const unknown = await told('nobody@example.sch.uk', '198.51.100.2');
  expect(unknown).toEqual(known);
  expect(known.map(({ kind }) => kind)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'locked']);
  expect(f.events.filter(({ kind }) => kind === 'locked')).toHaveLength(2);
});

it('does as much work for an address nobody has', async () => {
  await newLogin(f.signIn);
  const work = async (email: string) => {
    let begun = 0;
    const hook = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && (begun += 1)) }).enable();
    await f.signIn.signIn({
      email,
      password: 'wrong wrong wrong',
      cookieHeader: null,
      ip: '203.0.113.1',
      userAgent: '',
    });
    hook.disable();
    return begun;
  };
  expect(await work(NGOZI.email)).toBe(1);
  expect(await work('nobody@example.sch.uk')).toBe(1);
});

it('begins a new session at each sign-in and ends the one that was in that browser', async () => {
  await quickLogin(f);
  const before = await browserOf(f.signIn);
  const answer = await f.signIn.signIn({ ...NGOZI, cookieHeader: before, ...FROM });
  const after = answer.kind === 'session' ? headerOf(answer.cookies) : '';
  expect(after).not.toBe(before);
  expect(await f.live(before)).toBeNull();
  expect(await f.live(after)).not.toBeNull();
});

it('a wrong password begins no session, and ends the one that was in that browser', async () => {
  await quickLogin(f);
  const header = await browserOf(f.signIn);
  const answer = await f.signIn.signIn({ ...NGOZI, password: 'not this one', cookieHeader: header, ...FROM });
  expect(answer).toEqual({ kind: 'wrong' });
  expect(await f.live(header)).toBeNull();
});

it('never takes a token it did not give out, though rightly signed by nobody', async () => {
  await quickLogin(f);
  const header = await browserOf(f.signIn);
  expect(f.signIn.sessionOf(header.replace(/=./, '=~'))).toBeNull();
  expect(f.signIn.sessionOf('__Host-gatepost.session=chosen-by-attacker')).toBeNull();
  expect(await f.live(null)).toBeNull();
});

it('ends a session at once: signed out, ended from a list, everywhere', async () => {
  const loginId = await quickLogin(f);
  const [one, two, three] = [await browserOf(f.signIn), await browserOf(f.signIn), await browserOf(f.signIn)];
  expect((await f.signIn.signOut(one)).cookies).toMatchObject([{ value: '' }, { value: '' }]);
  expect(await f.live(one)).toBeNull();
  const listed = await f.signIn.sessions(loginId);
  expect(listed).toHaveLength(2);
  expect(listed[0]).toMatchObject({ ip: FROM.ip, userAgent: FROM.userAgent });
  const sessionId = (await f.live(two))!.sessionId;
  expect(await f.signIn.endSession({ sessionId, loginId: '00000000-0000-7000-8000-000000000000' })).toBe(false);
  expect(await f.signIn.endSession({ sessionId, loginId })).toBe(true);
  expect(await f.live(two)).toBeNull();
  expect(await f.live(three)).not.toBeNull();
  expect(await f.signIn.signOutEverywhere(loginId)).toBe(1);
  expect(await f.live(three)).toBeNull();
  await f.signIn.signOut(three);
  expect(f.kinds().slice(-3)).toEqual(['signed-out', 'signed-out', 'signed-out-everywhere']);
});

it('changes a password: old one needed, other browsers out, this one goes on under a new cookie', async () => {
  await quickLogin(f);
  const [here, elsewhere] = [await browserOf(f.signIn), await browserOf(f.signIn)];
  const session = (await f.live(here))!;
  const change = (current: string, next: string) => f.signIn.changePassword({ session, current, next, ip: FROM.ip });
  expect(await change('not this one', 'brook lantern eleven toad')).toEqual({ kind: 'wrong' });
  expect(await change(NGOZI.password, 'Password1234')).toMatchObject({ kind: 'weak' });
  const changed = await change(NGOZI.password, 'brook lantern eleven toad');
  expect(changed.kind).toBe('changed');
  expect(await f.live(elsewhere)).toBeNull();
  expect(await f.live(here)).toBeNull();
  const renewed = headerOf(changed.kind === 'changed' ? changed.cookies : []);
  expect(await f.live(renewed)).toMatchObject({ sessionId: session.sessionId });
  expect((await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).kind).toBe('wrong');
  expect(await change('brook lantern eleven toad', NGOZI.password)).toMatchObject({ kind: 'changed' });
  await f.signIn.signOutEverywhere(session.loginId);
  expect(await change(NGOZI.password, 'brook lantern eleven toad')).toEqual({ kind: 'ended' });
  expect((await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).kind).toBe('session');
});

it('takes the password again as fresh proof, under a new cookie', async () => {
  await quickLogin(f);
  const header = await browserOf(f.signIn);
  const session = (await f.live(header))!;
  f.clock.advance({ hours: 1 });
  const confirm = (password: string) => f.signIn.confirmPassword({ session, password, ip: FROM.ip });
  expect(await confirm('not this one')).toEqual({ kind: 'wrong' });
  const answer = await confirm(NGOZI.password);
  expect(await f.live(header)).toBeNull();
  expect(await f.live(headerOf(answer.kind === 'shown' ? answer.cookies : []))).toMatchObject({
    sessionId: session.sessionId,
    passwordAt: f.clock.now(),
    factorAt: null,
    expiresAt: session.expiresAt,
  });
});

it('answers without waiting for the ledger when a guess is wrong, and says if the ledger failed', async () => {
  await quickLogin(f);
  const ledger = Promise.withResolvers<void>();
  const slow = await createSignIn({ ...f.options, onEvent: () => ledger.promise });
  expect(await slow.signIn({ ...NGOZI, password: 'wrong', cookieHeader: null, ...FROM })).toEqual({ kind: 'wrong' });
  ledger.reject(new Error('disk full'));
  await slow.idle();
  expect(f.reports.splice(0)).toEqual(['sign-in could not record "wrong-password": Error: disk full']);
});

it('sets a password after a recovery link: everybody out, locks lifted', async () => {
  const loginId = await quickLogin(f);
  const header = await browserOf(f.signIn);
  for (let i = 0; i < 6; i++) await f.signIn.signIn({ ...NGOZI, password: 'wrong', cookieHeader: null, ...FROM });
  expect((await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).kind).toBe('locked');
  const password = 'brook lantern eleven toad';
  expect(await f.signIn.setPassword({ loginId, password })).toEqual({ kind: 'set' });
  expect(await f.live(header)).toBeNull();
  expect((await f.signIn.signIn({ ...NGOZI, password, cookieHeader: null, ...FROM })).kind).toBe('session');
  expect(await f.signIn.setPassword({ loginId: 'nobody', password })).toEqual({ kind: 'no-login' });
  expect(f.kinds()).toContain('password-set');
});

it('makes one login for an address, also when asked twice at once', async () => {
  const both = await Promise.all([
    f.signIn.createLogin(NGOZI),
    f.signIn.createLogin({ ...NGOZI, email: 'NGOZI@example.sch.uk' }),
  ]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['created', 'taken']);
  expect(await f.signIn.createLogin({ ...NGOZI, email: 'not an address' })).toEqual({ kind: 'not-an-email' });
  expect((await f.pool.query('select from sign_in.credential')).rowCount).toBe(1);
});

it('keeps everybody signed in when the installation’s key is changed', async () => {
  await quickLogin(f);
  const header = await browserOf(f.signIn);
  const older = [...f.options.keyring.keys.values()][0]!;
  const keyring = keyringOf([new Secret(new Uint8Array(32).fill(7)), older]);
  const changed = await createSignIn({ ...f.options, keyring });
  expect(changed.sessionOf(header)).toEqual(f.signIn.sessionOf(header));
});

it('says that it is unavailable while the database is away', async () => {
  const pool = openPlainPool({ host: '/nowhere' }, SIGN_IN_CONNECTION.options, 1, () => {});
  const cut = await createSignIn({ ...f.options, pool });
  await expect(cut.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(cut.sweep()).rejects.toMatchObject({ kind: 'unavailable' });
  await pool.end();
});

it('uses plain cookies on plain http, where browsers refuse the others', async () => {
  const plain = await createSignIn({ ...f.options, origin: HOME.replace('https', 'http') });
  await newLogin(plain);
  expect(await browserOf(plain)).toMatch(/^gatepost\.session=/);
});

it('answers any text as e-mail address and password', async () => {
  await quickLogin(f);
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  let n = 0;
  await fc.assert(
    fc.asyncProperty(text, text, text, async (email, password, userAgent) => {
      const ip = `2001:db8:${(n++).toString(16)}::1`;
      expect(await f.signIn.signIn({ email, password, cookieHeader: email, ip, userAgent })).toEqual({ kind: 'wrong' });
      expect(await f.signIn.signIn({ ...NGOZI, password, cookieHeader: null, ip, userAgent })).toEqual({
        kind: 'wrong',
      });
    }),
    {
      numRuns: 6,
      examples: [
        ['\0@example.org', '\0', '\0'],
        ["' or 1=1 --@a.bc", '\ud800', '\u202e'],
        ['a'.repeat(9_999) + '@b.cd', 'x', ''],
      ],
    },
  );
  const password = 'a zero \0 half a pair \ud83d and اردو';
  expect(await f.signIn.createLogin({ email: 'odd@example.sch.uk', password, name: 'Zoë \u202eO’Hara' })).toMatchObject(
    { kind: 'created' },
  );
  const odd = await f.signIn.signIn({
    email: 'odd@example.sch.uk',
    password,
    cookieHeader: null,
    ip: '192.0.2.1',
    userAgent: 'a\0b\ud800',
  });
  expect(odd.kind).toBe('session');
});
