import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { appWith, browserOf, FROM, headerOf, NGOZI, quickLogin, signInFixture, type Fixture } from './fixture.ts';
import type { EnrolmentAnswer, SessionRef } from './port.ts';

let f: Fixture;
let loginId: string;
beforeAll(async () => void (f = await signInFixture()));
beforeEach(async () => {
  await f.empty();
  loginId = await quickLogin(f);
});
afterAll(() => f.close());

const ip = FROM.ip;
const cookiesOf = (answer: EnrolmentAnswer) => (answer.kind === 'shown' ? headerOf(answer.cookies) : '');
const another = (code: string) => (code === '000000' ? '000001' : '000000');

/** Signs in, switches the second factor on, and gives the app and the browser. */
async function enrolled() {
  const session = (await f.live(await browserOf(f.signIn)))!;
  const begun = await f.signIn.beginTotp(loginId);
  if (begun.kind !== 'started') throw new Error(begun.kind);
  const app = appWith(begun.secret);
  const answer = await f.signIn.confirmTotp({ session, code: await app(f.clock.now()), ip });
  f.clock.advance({ minutes: 2 });
  return { app, header: cookiesOf(answer), session: session as SessionRef };
}

async function firstStep(): Promise<string> {
  const answer = await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM });
  if (answer.kind !== 'second-factor') throw new Error(answer.kind);
  return headerOf(answer.cookies);
}

it('is switched on by a right code only, which makes the session’s factor fresh under a new cookie', async () => {
  const header = await browserOf(f.signIn);
  const session = (await f.live(header))!;
  expect(await f.signIn.confirmTotp({ session, code: '123456', ip })).toEqual({ kind: 'none-started' });
  const begun = await f.signIn.beginTotp(loginId);
  expect(await f.signIn.beginTotp(loginId)).toEqual(begun);
  if (begun.kind !== 'started') throw new Error(begun.kind);
  expect(begun.uri).toBe(
    `otpauth://totp/Gatepost:ngozi%40example.sch.uk?secret=${begun.secret}&issuer=Gatepost&digits=6&period=30`,
  );
  const code = await appWith(begun.secret)(f.clock.now());
  expect(await f.signIn.confirmTotp({ session, code: another(code), ip })).toEqual({ kind: 'wrong' });
  expect(await f.live(header)).toMatchObject({ hasSecondFactor: false });
  const answer = await f.signIn.confirmTotp({ session, code: `${code.slice(0, 3)} ${code.slice(3)}`, ip });
  expect(await f.live(header)).toBeNull();
  expect(await f.live(cookiesOf(answer))).toMatchObject({
    sessionId: session.sessionId,
    hasSecondFactor: true,
    factorAt: f.clock.now(),
  });
  expect(await f.signIn.beginTotp(loginId)).toEqual({ kind: 'already-on' });
  expect(f.kinds()).toEqual(['login-created', 'signed-in', 'wrong-factor', 'factor-added']);
});

it('an enrolment that is not confirmed within the hour begins anew with another seed', async () => {
  const session = (await f.live(await browserOf(f.signIn)))!;
  const seed = async () => {
    const begun = await f.signIn.beginTotp(loginId);
    if (begun.kind !== 'started') throw new Error(begun.kind);
    return begun.secret;
  };
  const copied = await seed();
  f.clock.advance({ minutes: 59 });
  expect(await seed()).toBe(copied);
  f.clock.advance({ minutes: 1 });
  const codeOf = (secret: string) => appWith(secret)(f.clock.now());
  expect(await f.signIn.confirmTotp({ session, code: await codeOf(copied), ip })).toEqual({ kind: 'none-started' });
  const own = await seed();
  expect(own).not.toBe(copied);
  expect(await f.signIn.confirmTotp({ session, code: await codeOf(copied), ip })).toEqual({ kind: 'wrong' });
  expect(await f.signIn.confirmTotp({ session, code: await codeOf(own), ip })).toMatchObject({ kind: 'shown' });
});

it('keeps the seed locked: the row alone gives nothing away, and fits no other login', async () => {
  const { app } = await enrolled();
  const { rows } = await f.pool.query<{ seed_box: Buffer }>('select seed_box from sign_in.second_factor');
  expect(rows[0]!.seed_box.toString('latin1')).not.toMatch(/[\w-]{20}/);
  const other = await quickLogin(f, { ...NGOZI, email: 'eve@example.sch.uk' });
  await f.pool.query(
    `insert into sign_in.second_factor select $1, seed_box, started_at, confirmed_at, 0 from sign_in.second_factor`,
    [other],
  );
  const answer = await f.signIn.signIn({ ...NGOZI, email: 'eve@example.sch.uk', cookieHeader: null, ...FROM });
  const cookieHeader = headerOf(answer.kind === 'second-factor' ? answer.cookies : []);
  await expect(f.signIn.verifyTotp({ cookieHeader, code: await app(f.clock.now()), ...FROM })).rejects.toMatchObject({
    kind: 'internal',
  });
});

it('signs in by both steps, and by neither alone', async () => {
  const { app } = await enrolled();
  const cookieHeader = await firstStep();
  expect(f.signIn.sessionOf(cookieHeader)).toBeNull();
  expect(await f.signIn.verifyTotp({ cookieHeader: null, code: await app(f.clock.now()), ...FROM })).toEqual({
    kind: 'expired',
  });
  const answer = await f.signIn.verifyTotp({ cookieHeader, code: await app(f.clock.now()), ...FROM });
  expect(answer).toMatchObject({ kind: 'session', loginId });
  const live = await f.live(headerOf(answer.kind === 'session' ? answer.cookies : []));
  expect(live).toMatchObject({ loginId, factorAt: f.clock.now() });
  f.clock.advance({ minutes: 1 });
  expect(await f.signIn.verifyTotp({ cookieHeader, code: await app(f.clock.now()), ...FROM })).toEqual({
    kind: 'expired',
  });
});

it('takes a code once: not again, not an older one, not by two at once', async () => {
  const { app } = await enrolled();
  const code = await app(f.clock.now());
  const older = await app(f.clock.now().subtract({ seconds: 30 }));
  const [one, two] = [await firstStep(), await firstStep()];
  const both = await Promise.all(
    [one, two].map((cookieHeader) => f.signIn.verifyTotp({ cookieHeader, code, ...FROM })),
  );
  expect(both.map(({ kind }) => kind).sort()).toEqual(['session', 'wrong']);
  for (const again of [code, older]) {
    expect(await f.signIn.verifyTotp({ cookieHeader: await firstStep(), code: again, ...FROM })).toEqual({
      kind: 'wrong',
    });
  }
});

it('forgives an app that is half a minute off, and no more', async () => {
  const { app } = await enrolled();
  const off = async (seconds: number) => {
    const code = await app(f.clock.now().add({ seconds }));
    return (await f.signIn.verifyTotp({ cookieHeader: await firstStep(), code, ...FROM })).kind;
  };
  expect([await off(-60), await off(60)]).toEqual(['wrong', 'wrong']);
  expect([await off(-30), await off(30)]).toEqual(['session', 'session']);
});

it('gives ten minutes for the second step, and none after the password was changed', async () => {
  const { app } = await enrolled();
  const late = await firstStep();
  f.clock.advance({ minutes: 10 });
  expect(await f.signIn.verifyTotp({ cookieHeader: late, code: await app(f.clock.now()), ...FROM })).toEqual({
    kind: 'expired',
  });
  const changed = await firstStep();
  await f.signIn.setPassword({ loginId, password: 'brook lantern eleven toad' });
  expect(await f.signIn.verifyTotp({ cookieHeader: changed, code: await app(f.clock.now()), ...FROM })).toEqual({
    kind: 'expired',
  });
});

it('tries no more than five of a hundred codes at once, however often the password is given', async () => {
  const { app } = await enrolled();
  const right = await app(f.clock.now());
  const steps = [await firstStep(), await firstStep()];
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      f.signIn.verifyTotp({ cookieHeader: steps[n % 2]!, code: another(right), ...FROM }),
    ),
  );
  expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
  const locked = { kind: 'locked', until: f.clock.now().add({ minutes: 1 }) };
  expect(await f.signIn.verifyTotp({ cookieHeader: await firstStep(), code: right, ...FROM })).toEqual(locked);
  f.clock.advance({ seconds: 61 });
  const code = await app(f.clock.now());
  expect((await f.signIn.verifyTotp({ cookieHeader: await firstStep(), code, ...FROM })).kind).toBe('session');
  expect(f.events.filter(({ kind }) => kind === 'locked')).toHaveLength(1);
});

it('takes as a wrong code, at no cost, what cannot be one', async () => {
  await enrolled();
  const cookieHeader = await firstStep();
  for (const code of ['', '12345', '1234567', '１２３４５６', '\0', '9'.repeat(1_000_000), "' or 1=1"]) {
    expect(await f.signIn.verifyTotp({ cookieHeader, code, ...FROM })).toEqual({ kind: 'wrong' });
  }
  expect((await f.pool.query(`select from sign_in.guess where about = 'factor' and failures > 0`)).rowCount).toBe(0);
});

it('is shown again in a running session, under a new cookie', async () => {
  const { app, header } = await enrolled();
  f.clock.advance({ hours: 1 });
  const session = (await f.live(header))!;
  const answer = await f.signIn.confirmFactor({ session, code: await app(f.clock.now()), ip });
  expect(await f.live(header)).toBeNull();
  expect(await f.live(cookiesOf(answer))).toMatchObject({
    sessionId: session.sessionId,
    factorAt: f.clock.now(),
    expiresAt: session.expiresAt,
  });
  await f.signIn.signOutEverywhere(loginId);
  f.clock.advance({ minutes: 1 });
  expect(await f.signIn.confirmFactor({ session, code: await app(f.clock.now()), ip })).toEqual({ kind: 'ended' });
});

it('is switched off: the password is enough again, and no session counts as fresh', async () => {
  const { header } = await enrolled();
  expect(await f.signIn.disableTotp(loginId)).toBe(true);
  expect(await f.live(header)).toMatchObject({ factorAt: null, hasSecondFactor: false });
  expect((await f.signIn.signIn({ ...NGOZI, cookieHeader: null, ...FROM })).kind).toBe('session');
  expect(await f.signIn.disableTotp(loginId)).toBe(false);
});
