import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { FROM, newLogin, NGOZI, quickLogin, signInFixture, type Fixture } from './fixture.ts';
import { createSignIn } from './sign-in.ts';

let f: Fixture;
beforeAll(async () => void (f = await signInFixture()));
beforeEach(async () => {
  await f.empty();
  await quickLogin(f);
});
afterAll(() => f.close());

const guess = (ip = FROM.ip, email = NGOZI.email) =>
  f.signIn.signIn({ email, password: 'wrong wrong wrong', cookieHeader: null, ip, userAgent: '' });
const right = (ip = FROM.ip) => f.signIn.signIn({ ...NGOZI, cookieHeader: null, ip, userAgent: '' });
async function guessed(times: number, ip = FROM.ip) {
  for (let n = 0; n < times; n++) await guess(ip);
}
/** As if so many had failed before: a hundred real ones would take half a minute. */
const failedBefore = (about: string, failures: number) =>
  f.pool.query(`update sign_in.guess set failures = $2 where about = $1`, [about, failures]);

it('locks after five, also the right password, and opens again with time', async () => {
  await guessed(5);
  expect(await right()).toEqual({ kind: 'locked', until: f.clock.now().add({ minutes: 1 }) });
  f.clock.advance({ seconds: 61 });
  expect((await guess()).kind).toBe('wrong');
  expect(await right()).toEqual({ kind: 'locked', until: f.clock.now().add({ minutes: 2 }) });
  f.clock.advance({ seconds: 121 });
  expect((await right()).kind).toBe('session');
  expect((await guess()).kind).toBe('wrong');
});

it('does not count what is refused while locked', async () => {
  await guessed(5);
  const first = await right();
  await guessed(20);
  expect(await right()).toEqual(first);
});

it('tries no more than five of a hundred guesses at once', async () => {
  await f.empty();
  await newLogin(f.signIn); // at the real cost, so that all of them are under way together
  const answers = await Promise.all(Array.from({ length: 100 }, () => guess()));
  expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
  expect(answers.filter(({ kind }) => kind === 'locked')).toHaveLength(95);
});

it('counts together in two processes, and goes on after a restart', async () => {
  await guessed(3);
  const pool = f.openSignInPool();
  const other = await createSignIn({ ...f.options, pool });
  const again = { email: NGOZI.email, password: 'wrong wrong wrong', cookieHeader: null, ...FROM };
  expect([(await other.signIn(again)).kind, (await other.signIn(again)).kind]).toEqual(['wrong', 'wrong']);
  expect((await other.signIn(again)).kind).toBe('locked');
  expect((await right()).kind).toBe('locked');
  await pool.end();
});

it('stops many machines at one login, but not its owner where she has signed in before', async () => {
  expect((await right()).kind).toBe('session');
  await guess('198.51.100.1');
  await failedBefore('login', 18);
  expect((await guess('198.51.100.2')).kind).toBe('wrong');
  expect((await guess('198.51.100.3')).kind).toBe('wrong');
  expect((await guess('198.51.100.4')).kind).toBe('locked');
  expect((await right('203.0.113.5')).kind).toBe('locked');
  expect((await right()).kind).toBe('session');
});

it('stops one machine at many logins, and its own good login does not help it', async () => {
  const machine = '198.51.100.9';
  await guess(machine, 'first@example.org');
  await failedBefore('address', 98);
  expect((await right(machine)).kind).toBe('session');
  expect((await guess(machine, 'second@example.org')).kind).toBe('wrong');
  expect((await guess(machine, 'third@example.org')).kind).toBe('wrong');
  expect((await guess(machine, 'fourth@example.org')).kind).toBe('locked');
  expect((await right(machine)).kind).toBe('locked');
  expect((await right()).kind).toBe('session');
});

it('forgets in a day, and keeps for thirty where a login is at home', async () => {
  await right();
  await guessed(2, '198.51.100.1');
  f.clock.advance({ hours: 25 });
  await f.signIn.sweep();
  expect((await f.pool.query(`select about from sign_in.guess`)).rows).toEqual([{ about: 'login-from' }]);
  f.clock.advance({ hours: 24 * 30 });
  await f.signIn.sweep();
  expect((await f.pool.query(`select from sign_in.guess`)).rowCount).toBe(0);
});
