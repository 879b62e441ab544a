// Who enters by a provider, and who does not: the whole program, a real provider, two schools.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appWith, headerOf } from '#sign-in/fixture.ts';
import { operator } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { CLIENT, startIdentityProvider, type Account } from '#test/identity-provider.ts';
import { failureOf } from '#test/whole-app.ts';
import { compose, type App } from './compose.ts';
import type { Return } from './provider-doors.ts';
import { ensureInstallation, finishSetUp } from './set-up.ts';

const FROM = { ip: '127.0.0.1', userAgent: 'test' };
const DOMAIN = 'millrace.example';
const SETTLED = {
  label: 'Millrace accounts',
  clientId: CLIENT.clientId,
  clientSecret: CLIENT.clientSecret,
  domains: [DOMAIN],
};
const clock = movableClock(new Date().toISOString());

let folder: string;
let database: TestDatabase;
let app: App;
let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
/** The first school, its head, and its provider, which is for its own people until it is shared. */
let mill: string;
let head: string;
let provider: string;
/** Another school of the same installation. */
let fair: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'providers-'));
  database = await openTestDatabase();
  app = await compose({
    address: database.owner,
    dataDir: folder,
    keyring: await openMasterKeys(folder, { create: true }),
    origin: 'http://localhost:3999',
    log: { info() {}, warn() {}, error() {} },
    uploadLimit: 1_000_000,
    clock,
  });
  idp = await startIdentityProvider();
  const link = (await ensureInstallation(app)).setUpLink!.split('/').at(-1)!;
  const cookies = await finishSetUp(
    app,
    link,
    {
      trust: 'Fairwater Learning Trust',
      school: { name: 'Millrace Primary School', shortName: 'Millrace', phase: 'primary', division: 'england-and-wales' },
      model: 'starter',
      you: { firstName: 'Ngozi', lastName: 'Okafor', email: `head@${DOMAIN}`, jobTitle: 'Headteacher', responsibilities: ['headteacher'] },
      password: 'copper lantern drifts sideways',
    },
    FROM,
  ); // prettier-ignore
  head = headerOf(cookies);
  mill = (await me(head)).actor.scopeId!;
  fair = await furtherSchool();
  provider = await settled(mill);
});
afterAll(async () => {
  await idp.close();
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const me = (cookies: string | null) => app.identify.bySession(cookies, null);
const as = (school: string) => app.as(operator(school));
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await app.database.owner.query<T>(sql, values)).rows;

async function furtherSchool(): Promise<string> {
  const { rows: ids } = await app.database.owner.query<{ id: string }>('select gen_random_uuid() as id');
  const { schoolId } = await as(ids[0]!.id).policy.setUp({
    school: { name: 'Fairwater School', shortName: 'Fairwater', phase: 'primary', division: 'england-and-wales', slug: 'fairwater' },
    model: 'starter',
    you: { firstName: 'Gwen', lastName: 'Setter', email: 'gwen@fairwater.example', loginId: ids[0]!.id },
  }); // prettier-ignore
  return schoolId;
}

async function settled(school: string, more: { asksSecondStep?: boolean } = {}): Promise<string> {
  const { providerId } = await as(school).schools.addProvider({ kind: 'other' });
  await as(school).schools.changeProvider({ providerId, ...SETTLED, issuer: idp.issuer, ...more });
  idp.allow(app.signIn.providers.wayBack(providerId));
  return providerId;
}

/** As if it had been tried. */
async function switchedOn(school: string, more: { asksSecondStep?: boolean } = {}): Promise<string> {
  const providerId = await settled(school, more);
  await rows('update identity_provider set proven = true where id = $1', [providerId]);
  await as(school).schools.switchProvider({ providerId, on: true });
  return providerId;
}

async function invited(school: string, name: string): Promise<{ personId: string; email: string; token: string }> {
  const email = `${name.toLowerCase()}@${DOMAIN}`;
  const { personId } = await as(school).people.add({ firstName: name, lastName: 'Test', email, types: ['staff'] });
  const { token } = await as(school).people.invite({ personId });
  return { personId, email, token };
}

const account = (email: string, more: Partial<Account> = {}): Account => ({
  sub: `sub-of-${email}`,
  email,
  email_verified: true,
  ...more,
});

type Left = { address?: string; to?: string; cookies?: Parameters<typeof headerOf>[0] };

/** Goes there and comes back, in a browser that has these cookies already. */
async function trip(left: Left, who: Account, browser: string | null = null, providerId = provider): Promise<Return> {
  if (left.cookies === undefined) throw new Error(`It never left: ${JSON.stringify(left)}`);
  idp.signsIn(who);
  const back = await idp.visit(left.address ?? left.to!);
  const cookieHeader = [browser, headerOf(left.cookies)].filter((one) => one !== null).join('; ');
  return app.doors.providers.back(providerId, back.search, { cookieHeader, ...FROM }, await me(browser));
}

const signIn = async (who: Account, providerId = provider): Promise<Return> =>
  trip((await app.doors.providers.toSignIn(providerId, '/posts')) as Left, who, null, providerId);

const outcome = (back: Return): string => (back.kind === 'refused' ? back.code : back.to);
const personIn = async (back: Return) => (await me(headerOf(back.cookies))).actor;

describe('setting it up', () => {
  it('is not switched on untried; a try shows what came back, and lets nobody in', async () => {
    expect(await failureOf(as(mill).schools.switchProvider({ providerId: provider, on: true }))).toMatchObject({
      code: 'provider-untried',
    });
    expect(await app.doors.providers.offered()).toEqual([]);
    const left = await app.doors.providers.toTry(provider, await me(head));
    const back = await trip(left, account(`head@${DOMAIN}`, { amr: ['pwd', 'mfa'] }), head);
    expect(back).toMatchObject({ kind: 'enter', to: `/school/sign-in/${provider}#tried` });
    const { providers } = await as(mill).schools.listProviders({});
    expect(providers[0]).toMatchObject({
      triedBy: 'Ngozi Okafor',
      proven: true,
      hasSecret: true,
      trial: { came: true, email: `head@${DOMAIN}`, emailVerified: true, realm: DOMAIN, amr: ['pwd', 'mfa'], wouldEnter: true },
    }); // prettier-ignore
    expect(JSON.stringify(providers)).not.toContain(CLIENT.clientSecret);
    expect(await rows('select from sign_in.identity')).toEqual([]);
    await as(mill).schools.switchProvider({ providerId: provider, on: true });
    expect(await app.doors.providers.offered()).toMatchObject([{ id: provider, shared: false }]);
  });

  it('a try that fails says why, and what works stays on', async () => {
    const left = await app.doors.providers.toTry(provider, await me(head));
    await trip(left, account('head@elsewhere.example'), head);
    const { providers } = await as(mill).schools.listProviders({});
    expect(providers[0]).toMatchObject({
      enabled: true,
      trial: { came: false, detail: expect.stringContaining('elsewhere') },
    });
  });

  it('another client id must be tried anew; a new secret in good time shuts nobody out', async () => {
    const id = await switchedOn(mill);
    const change = { providerId: id, ...SETTLED, issuer: idp.issuer };
    expect(await as(mill).schools.changeProvider({ ...change, clientSecret: 'renewed' })).toEqual({
      mustBeTried: false,
    });
    expect(await as(mill).schools.changeProvider({ ...change, clientId: 'other' })).toEqual({ mustBeTried: true });
    expect((await app.doors.providers.offered()).map((one) => one.id)).toEqual([provider]);
    await as(mill).schools.removeProvider({ providerId: id });
  });

  it('is for the system administrator, of the school that it belongs to', async () => {
    expect(await failureOf(app.doors.providers.toTry(await settled(fair), await me(head)))).toMatchObject({
      kind: 'not-found',
    });
    const shared = { providerId: await settled(fair), ...SETTLED, shared: true };
    expect(await failureOf(as(fair).schools.changeProvider(shared))).toMatchObject({ code: 'not-first-school' });
  });
});

describe('from the sign-in page', () => {
  it('an invited teacher joins by their verified address, and is known by the account from then on', async () => {
    const priya = await invited(mill, 'Priya');
    const first = await signIn(account(priya.email.toUpperCase()));
    expect(outcome(first)).toBe('/posts');
    expect(await personIn(first)).toMatchObject({ kind: 'person', personId: priya.personId });
    const again = await signIn(account(`married.name@${DOMAIN}`, { sub: `sub-of-${priya.email.toUpperCase()}` }));
    expect(await personIn(again)).toMatchObject({ personId: priya.personId });
    expect((await me(headerOf(again.cookies))).session).toMatchObject({ byProvider: true, email: priya.email });
    const told = await rows<{ body: string }>(
      `select body from entry where scope_id = $1 and body like '%people.noteSignIn%' and body like $2`,
      [mill, `%${priya.personId}%`],
    );
    for (const event of ['signed-in', 'came-by-provider', 'provider-linked'])
      expect(
        told.some(({ body }) => body.includes(`"${event}"`)),
        event,
      ).toBe(true);
  });

  it('somebody with a password comes by the address of their login, and keeps the password', async () => {
    expect(outcome(await signIn(account(`head@${DOMAIN}`)))).toBe('/posts');
    const password = 'copper lantern drifts sideways';
    const byPassword = await app.signIn.signIn({ email: `head@${DOMAIN}`, password, cookieHeader: null, ...FROM });
    expect(byPassword.kind).toBe('session');
  });

  it('nobody is made: whom no school knows is told whom to ask', async () => {
    const before = await rows('select from sign_in.login');
    const back = await signIn(account(`stranger@${DOMAIN}`));
    expect(back).toMatchObject({
      code: 'not-known-here',
      message: expect.stringContaining(`stranger@${DOMAIN}`),
      remedy: expect.stringContaining('whoever looks after Gatepost at Millrace Primary School'),
      again: '/sign-in',
    });
    expect(await rows('select from sign_in.login')).toHaveLength(before.length);
    expect(headerOf(back.cookies)).toBe('');
  });

  it('an unverified address opens neither a login nor an invitation', async () => {
    const { email } = await invited(mill, 'Umar');
    expect(outcome(await signIn(account(email, { email_verified: false })))).toBe('email-unverified');
  });

  it('whose time here has ended is no longer let in', async () => {
    const { personId, email } = await invited(mill, 'Leo');
    const entered = await signIn(account(email));
    expect(outcome(entered)).toBe('/posts');
    await as(mill).people.endPerson({ personId });
    expect(outcome(await signIn(account(email)))).toBe('not-known-here');
    expect((await personIn(entered)).kind).toBe('visitor');
  });
});

describe('from an invitation', () => {
  it('the account stands in for the password, if it is of the very address that was invited', async () => {
    const { email, token, personId } = await invited(mill, 'Tom');
    const leave = async () => (await app.doors.providers.toJoin(provider, token)) as Left;
    expect(await trip(await leave(), account(`somebody@${DOMAIN}`))).toMatchObject({
      code: 'other-address',
      again: `/join/${token}`,
    });
    const back = await trip(await leave(), account(email));
    expect(back).toMatchObject({ to: '/today', schoolId: mill });
    expect(await personIn(back)).toMatchObject({ personId });
  });
  it('of another school the provider does not speak', async () => {
    const { token, email } = await invited(fair, 'Una');
    expect(await app.doors.providers.offeredFor(token)).toEqual([]);
    const back = await trip((await app.doors.providers.toJoin(provider, token)) as Left, account(email));
    expect(outcome(back)).toBe('belongs-elsewhere');
  });
});

describe('a school’s own provider speaks for that school alone', () => {
  it('so whoever also belongs to another does not come by it, until the first school shares it', async () => {
    const own = await switchedOn(fair);
    const { email, personId, token } = await invited(mill, 'Vera');
    const joined = await app.doors.joinWithPassword(token, 'quiet orchard violet nine', FROM);
    expect(joined.schoolId).toBe(mill);
    // Fairwater's administrator could have its provider say anything: it opens nothing of Millrace.
    expect(outcome(await signIn(account(email), own))).toBe('belongs-elsewhere');
    // Nor does a session that began there reach Millrace, when its owner joins Millrace later.
    const una = await invited(fair, 'Zoe');
    const there = headerOf((await signIn(account(una.email), own)).cookies);
    const { token: here } = await invited(mill, 'Zoe');
    await app.doors.joinSignedIn(here, (await me(there)).session!);
    expect((await me(there)).memberships.map(({ schoolId }) => schoolId)).toEqual([fair]);
    // Whoever acts for the trust comes by no school's own provider either: its keeper could have it say anything of them.
    const { rows: trusts } = await app.database.owner.query<{ id: string }>('select trust_id as id from installation');
    const trust = as(trusts[0]!.id).schools;
    const { loginId } = (await me(headerOf(joined.cookies))).session!;
    const { leadId } = await trust.nameTrustLead({ loginId, name: 'Vera Test' });
    expect(outcome(await signIn(account(email)))).toBe('belongs-elsewhere');
    await trust.endTrustLead({ leadId });
    expect(outcome(await signIn(account(email)))).not.toBe('belongs-elsewhere');
    const twice = await invited(fair, 'Vera');
    const session = await me(headerOf(joined.cookies));
    await app.doors.joinSignedIn(twice.token, session.session!);
    expect(outcome(await signIn(account(email)))).toBe('belongs-elsewhere');
    await as(mill).schools.changeProvider({
      providerId: provider,
      ...SETTLED,
      clientSecret: '',
      issuer: idp.issuer,
      shared: true,
    });
    const back = await signIn(account(email));
    expect(outcome(back)).toBe('/posts');
    const { memberships } = await me(headerOf(back.cookies));
    expect(memberships.map((one) => one.personId)).toContain(personId);
    expect(memberships).toHaveLength(2);
    await as(mill).schools.changeProvider({ providerId: provider, ...SETTLED, clientSecret: '', issuer: idp.issuer });
  });
});

describe('the second factor', () => {
  it('is asked for after the provider, unless the provider is said to ask for one', async () => {
    const { email } = await invited(mill, 'Ivy');
    const entered = headerOf((await signIn(account(email))).cookies);
    const { session } = await me(entered);
    const begun = await app.signIn.beginTotp(session!.loginId);
    const code = await appWith(begun.kind === 'started' ? begun.secret : '')(clock.now());
    expect(await app.signIn.confirmTotp({ session: session!, code, ip: FROM.ip })).toMatchObject({ kind: 'shown' });
    const asked = await signIn(account(email));
    expect(outcome(asked)).toBe('/sign-in/code?next=%2Fposts');
    expect((await personIn(asked)).kind).toBe('visitor');
    const asking = await switchedOn(mill, { asksSecondStep: true });
    expect(await personIn(await signIn(account(email), asking))).toMatchObject({
      kind: 'person',
      factorAt: clock.now(),
    });
  });

  it('that a role must have is missing after a provider that asks for none, and there after one that does', async () => {
    const { email } = await invited(mill, 'Omar');
    await as(mill).schools.setSecondFactorRoles({ roles: ['staff'] } as never);
    clock.advance({ hours: 24 });
    expect(await personIn(await signIn(account(email)))).toMatchObject({ factorMissing: true });
    const asking = await switchedOn(mill, { asksSecondStep: true });
    const back = await signIn(account(email), asking);
    const actor = await personIn(back);
    expect(actor).not.toHaveProperty('factorMissing');
    expect(await app.as(actor).people.me({})).toMatchObject({ email });
    // Whoever says that it no longer asks for one takes that back from every session at once.
    await as(mill).schools.switchProvider({ providerId: asking, on: false });
    expect(await failureOf(app.as(await personIn(back)).people.me({}))).toMatchObject({ code: 'second-factor-needed' });
    await as(mill).schools.setSecondFactorRoles({ roles: [] } as never);
  });
});

describe('on one’s own page', () => {
  it('an account is joined with a fresh proof, to one login only, and parted where another way in is left', async () => {
    const { email } = await invited(mill, 'Nia');
    const own = headerOf((await signIn(account(email))).cookies);
    const hers = (await me(own)).session!.loginId;
    const { providers } = app.signIn;
    const [linked] = await providers.linked(hers);
    const part = () =>
      providers.unlink({ loginId: hers, issuer: linked!.issuer, subject: linked!.subject, ip: FROM.ip });
    expect(await part()).toBe('last');
    const link = async () => (await app.doors.providers.toLink(provider, await me(own))) as Left;
    expect(outcome(await trip(await link(), account('second@' + DOMAIN), own))).toBe('/me?said=provider-joined');
    expect(outcome(await trip(await link(), account(`head@${DOMAIN}`), own))).toBe('account-of-another');
    // Come back in a browser where somebody else has signed in meanwhile.
    expect(outcome(await trip(await link(), account('third@' + DOMAIN), head))).toBe('session-changed');
    expect(await part()).toBe('done');
    expect(outcome(await signIn(account(`second@${DOMAIN}`)))).toBe('/posts');
    clock.advance({ minutes: 31 });
    expect(await failureOf(link())).toMatchObject({ code: 'fresh-factor-needed' });
    // The test's clock is a day ahead of the provider's: to be asked afresh is to be asked now.
    const confirm = async (who: string) => {
      const left = (await app.doors.providers.toConfirm(provider, await me(own), '/me')) as Left;
      expect(new URL(left.address!).searchParams.get('prompt')).toBe('login');
      return trip(left, account(`${who}@${DOMAIN}`), own);
    };
    expect(outcome(await confirm('second'))).toBe('not-asked-again');
    idp.alterToken((claims) => ({ ...claims, auth_time: Math.floor(clock.now().epochMilliseconds / 1000) }));
    expect(outcome(await confirm('head'))).toBe('account-of-another');
    const again = await confirm('second');
    expect(outcome(again)).toBe('/me');
    expect((await app.doors.providers.toLink(provider, await me(headerOf(again.cookies)))).kind).toBe('go');
    idp.alter(null);
  });

  it('a recovery link gives a password to whoever had none, and parts every account', async () => {
    const { email, personId } = await invited(mill, 'Rae');
    await signIn(account(email));
    const { token } = await as(mill).people.recover({ personId });
    const password = 'marble tunnel saves crickets';
    await app.doors.recoverWithPassword(token, password);
    const answer = await app.signIn.signIn({ email, password, cookieHeader: null, ...FROM });
    expect(answer.kind).toBe('session');
    expect(await app.signIn.providers.linked(answer.kind === 'session' ? answer.loginId : '')).toEqual([]);
  });
});

it('whoever keeps it is told before its secret dies', async () => {
  const day = (days: number) =>
    clock
      .now()
      .add({ hours: 24 * days })
      .toString()
      .slice(0, 10);
  const actor = await personIn(await signIn(account(`head@${DOMAIN}`)));
  const duty = async (secretExpiresOn: string | null) => {
    const change = { providerId: provider, ...SETTLED, clientSecret: '', issuer: idp.issuer, secretExpiresOn };
    await as(mill).schools.changeProvider(change);
    const { duties } = await app.as(actor).duties.listToday({});
    return duties.find(({ kind }) => kind === 'schools.renew-secret');
  };
  expect(await duty(null)).toBeUndefined();
  expect(await duty(day(31))).toBeUndefined();
  expect(await duty(day(29))).toMatchObject({ urgency: 'calm', href: `/school/sign-in/${provider}` });
  expect(await duty(day(6))).toMatchObject({ urgency: 'soon', due: day(6) });
  expect(await duty(day(-1))).toMatchObject({
    urgency: 'overdue',
    detail: expect.stringContaining('Passwords still work'),
  });
});
