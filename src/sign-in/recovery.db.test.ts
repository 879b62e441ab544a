// Recovery codes, strange sign-ins, and sessions that end by themselves, on a real database.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { appWith, browserOf, FROM, headerOf, NGOZI, quickLogin, signInFixture, type Fixture } from './fixture.ts';
import { recoveryCodeIn } from './recovery-codes.ts';

let f: Fixture;
let loginId: string;
beforeAll(async () => void (f = await signInFixture()));
beforeEach(async () => {
  await f.empty();
  loginId = await quickLogin(f);
});
afterAll(() => f.close());

async function withApp(): Promise<void> {
  const session = (await f.live(await browserOf(f.signIn)))!;
  const begun = await f.signIn.beginTotp(loginId);
  if (begun.kind !== 'started') throw new Error(begun.kind);
  await f.signIn.confirmTotp({ session, code: await appWith(begun.secret)(f.clock.now()), ip: FROM.ip });
}
async function firstStep(): Promise<string> {
  const answer = await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM });
  if (answer.kind !== 'second-factor') throw new Error(answer.kind);
  return headerOf(answer.cookies);
}
const recover = async (code: string, cookieHeader?: string) =>
  f.signIn.verifyRecoveryCode({ cookieHeader: cookieHeader ?? (await firstStep()), code, ...FROM });

it('gives ten codes, of which each is taken once, however it is typed', async () => {
  await withApp();
  expect(await f.signIn.recoveryCodes(loginId)).toBeNull();
  const codes = await f.signIn.makeRecoveryCodes(loginId);
  expect(new Set(codes).size).toBe(10);
  expect(codes.every((code) => /^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/.test(code))).toBe(true);
  expect(await f.signIn.recoveryCodes(loginId)).toEqual({ left: 10, madeAt: f.clock.now() });
  const step = await firstStep();
  const both = await Promise.all([recover(codes[0]!, step), recover(codes[0]!, step)]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['session', 'wrong']);
  expect(await recover(codes[0]!)).toEqual({ kind: 'wrong' });
  expect((await recover(` ${codes[1]!.toUpperCase().replace('-', ' ')} `)).kind).toBe('session');
  expect(await f.signIn.recoveryCodes(loginId)).toMatchObject({ left: 8 });
  expect(f.kinds()).toContain('recovery-code-used');
});

it('keeps only what is costly to guess from, and forgets older codes when new ones are made', async () => {
  await withApp();
  const older = await f.signIn.makeRecoveryCodes(loginId);
  const { rows } = await f.pool.query<{ all: string }>('select json_agg(c)::text as all from sign_in.recovery_code c');
  for (const code of older) expect(rows[0]!.all).not.toContain(recoveryCodeIn(code));
  await f.signIn.makeRecoveryCodes(loginId);
  expect(await recover(older[0]!)).toEqual({ kind: 'wrong' });
});

it('slows guessing down like any code, and shows a fresh factor like one', async () => {
  await withApp();
  const codes = await f.signIn.makeRecoveryCodes(loginId);
  const cookieHeader = await firstStep();
  for (let guess = 0; guess < 5; guess++) expect(await recover('aaaaa-aaaaa', cookieHeader)).toEqual({ kind: 'wrong' });
  expect(await recover(codes[0]!, cookieHeader)).toMatchObject({ kind: 'locked' });
  f.clock.advance({ minutes: 2 });
  const entered = await recover(codes[0]!);
  const session = (await f.live(headerOf(entered.kind === 'session' ? entered.cookies : [])))!;
  f.clock.advance({ hours: 1 });
  const shown = await f.signIn.confirmFactor({ session, code: codes[1]!, ip: FROM.ip });
  expect(await f.live(headerOf(shown.kind === 'shown' ? shown.cookies : []))).toMatchObject({
    factorAt: f.clock.now(),
  });
});

it('reads a code as people write it, and nothing else', () => {
  expect(recoveryCodeIn('AB0I2-cdlgO')).toBe('ab012cd1g0');
  for (const not of ['', '123456', 'ab012-cd1g', 'ab012-cd1g00', 'ab012-cd1gü', 'x'.repeat(1_000_000)])
    expect(recoveryCodeIn(not)).toBeNull();
});

it('forgets every factor at once after they were lost', async () => {
  await withApp();
  await f.signIn.makeRecoveryCodes(loginId);
  await f.signIn.forgetFactors(loginId);
  expect(await f.signIn.recoveryCodes(loginId)).toBeNull();
  expect((await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).kind).toBe('session');
});

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const from = (ip: string, userAgent = windows) => browserOf(f.signIn, NGOZI, { ip, userAgent });
const strange = () => f.kinds().filter((kind) => kind === 'signed-in-elsewhere').length;

it('tells of a sign-in from a kind of device or a network that is new for this person, once', async () => {
  await from('198.51.100.7');
  expect(strange()).toBe(0);
  await from('198.51.100.99');
  await from('198.51.100.7', windows.replaceAll('128', '131'));
  expect(strange()).toBe(0);
  await from('203.0.113.5');
  expect(strange()).toBe(1);
  expect(f.events.at(-1)).toMatchObject({
    kind: 'signed-in-elsewhere',
    loginId,
    ip: '203.0.113.5',
    userAgent: windows,
  });
  await from('203.0.113.5');
  expect(strange()).toBe(1);
  await from('203.0.113.5', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0');
  expect(strange()).toBe(2);
  f.clock.advance({ hours: 24 * 181 });
  await f.signIn.sweep();
  await from('203.0.113.5');
  expect(strange()).toBe(2);
});

it('tells of the first sign-in after a recovery link, and of that one only', async () => {
  await f.signIn.setPassword({ loginId, password: 'brook lantern eleven toad' });
  const again = { ...NGOZI, password: 'brook lantern eleven toad' };
  await browserOf(f.signIn, again);
  await browserOf(f.signIn, again);
  expect(f.kinds().filter((kind) => kind === 'signed-in-recovered')).toHaveLength(1);
});

it('notes use once a minute, which puts the end off, until seven days are over', async () => {
  const header = await browserOf(f.signIn);
  const { sessionId } = (await f.live(header))!;
  const used = async () => (await f.signIn.sessions(loginId))[0]!.usedAt;
  const use = async () => {
    f.signIn.use(sessionId, await used());
    await f.signIn.idle();
  };
  const first = await used();
  f.clock.advance({ seconds: 60 });
  await use();
  expect(await used()).toEqual(first);
  f.clock.advance({ seconds: 1 });
  await use();
  expect(await used()).toEqual(f.clock.now());
  for (let elevenHours = 0; elevenHours < 15; elevenHours++) {
    f.clock.advance({ hours: 11 });
    expect(await f.live(header)).not.toBeNull();
    await use();
  }
  f.clock.advance({ hours: 3 });
  expect(await f.live(header)).toBeNull();
  expect(await f.signIn.sessions(loginId)).toEqual([]);
});
