// What a provider answers, good and bad, from a real one: only what is signed by it, for us, now, and for this very browser counts.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPlainPool } from '#db/pool.ts';
import { movableClock } from '#kernel/clock.ts';
import { keyringFor, keyringOf } from '#kernel/keyring.ts';
import { seal } from '#kernel/secret-box.ts';
import { Secret } from '#kernel/secret.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { CLIENT, SILENCE, startIdentityProvider, type Account } from '#test/identity-provider.ts';
import { headerOf } from '../fixture.ts';
import { SIGN_IN_CONNECTION, type SignIn, type SignInOptions } from '../port.ts';
import { createSignIn } from '../sign-in.ts';
import { secretContext } from './identities.ts';
import type { ProviderKind } from './claims.ts';
import type { Arrival } from './port.ts';

const ORIGIN = 'http://localhost:3999';
const TENANT = '9f2c1d3e-0000-4000-8000-5a6b7c8d9e0f';
const PRIYA: Account = { sub: 'priya', email: 'priya@millrace.sch.uk', email_verified: true };
const keyring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
const clock = movableClock('2026-11-20T09:00:00Z');
const school = randomUUID();
const reports: string[] = [];

let database: TestDatabase;
let owner: pg.Pool;
let options: SignInOptions;
let signIn: SignIn;
let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
let other: string;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = new pg.Pool(database.owner);
  const pool = openPlainPool(database.owner, SIGN_IN_CONNECTION.options, 2, (error) => {
    throw error;
  });
  options = {
    pool,
    keyring,
    clock,
    origin: ORIGIN,
    onEvent: async () => undefined,
    report: (message) => void reports.push(message),
    providerLimitMs: 2_000,
  };
  signIn = await createSignIn(options);
  idp = await startIdentityProvider();
  await owner.query(
    `insert into school (id, name, short_name, slug, division, created_at)
     values ($1, 'Millrace Primary School', 'Millrace', 'millrace', 'england-and-wales', $2)`,
    [school, clock.now().toString()],
  );
  other = await providerOf('other');
});
afterAll(async () => {
  await idp.close();
  await options.pool.end();
  await owner.end();
  await database.drop();
});
afterEach(() => idp.alter(null));

async function providerOf(kind: ProviderKind, issuer = idp.issuer, more: { secret?: string } = {}): Promise<string> {
  const id = randomUUID();
  const secret = seal(keyringFor(keyring, 'identity-provider'), more.secret ?? CLIENT.clientSecret, secretContext(id));
  await owner.query(
    `insert into identity_provider (school_id, id, kind, label, issuer, client_id, secret_box, domains, tenant, proven, enabled, created_at)
     values ($1, $2, $3, 'the school account', $4, $5, $6, '{millrace.sch.uk}', $7, true, true, $8)`,
    [
      school,
      id,
      kind,
      issuer,
      CLIENT.clientId,
      Buffer.from(secret),
      kind === 'microsoft' ? TENANT : '',
      clock.now().toString(),
    ],
  );
  idp.allow(signIn.providers.wayBack(id));
  return id;
}

interface Trip {
  readonly cookies: string;
  readonly query: string;
}

async function trip(account: Account, providerId = other, at = signIn): Promise<Trip> {
  idp.signsIn(account);
  const left = await at.providers.leave({ providerId, errand: { for: 'sign-in', next: '/today' } });
  if (left.kind !== 'go') throw new Error(`${left.code}: ${left.detail}`);
  const back = await idp.visit(left.address);
  expect(`${back.origin}${back.pathname}`).toBe(at.providers.wayBack(providerId));
  return { cookies: headerOf(left.cookies), query: back.search };
}

const arrive = ({ cookies, query }: Trip, providerId = other, at = signIn): Promise<Arrival> =>
  at.providers.arrive({ providerId, query, cookieHeader: cookies });

/** Why it is not taken; "arrived" when it is. */
const outcome = (arrival: Arrival): string => (arrival.kind === 'refused' ? arrival.code : arrival.kind);
const come = async (account: Account, providerId = other): Promise<string> =>
  outcome(await arrive(await trip(account, providerId), providerId));

describe('what a provider says of itself', () => {
  it.each([
    ['an address that runs in the page', 'javascript:alert(1)'],
    ['an address that is a page', 'data:text/html,hello'],
    ['no address', '::::'],
    ['a number', 7],
    ['nothing', undefined],
  ])('leads no browser to %s', async (_, where) => {
    const server = createServer((_request, response) => {
      const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
      const said = {
        issuer,
        authorization_endpoint: where,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
      const left = await signIn.providers.leave({
        providerId: await providerOf('other', issuer),
        errand: { for: 'sign-in', next: '/today' },
      });
      expect(left).toMatchObject({
        kind: 'refused',
        code: expect.stringMatching(/^provider-(answer-wrong|not-public)$/) as unknown,
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('a good answer', () => {
  it('says who came, by an address the provider has verified', async () => {
    const arrival = await arrive(await trip({ ...PRIYA, amr: ['pwd', 'mfa'] }));
    expect(arrival).toMatchObject({
      kind: 'arrived',
      errand: { for: 'sign-in', next: '/today' },
      provider: { id: other, schoolName: 'Millrace Primary School', shared: false },
      identity: {
        issuer: idp.issuer,
        subject: 'priya',
        email: 'priya@millrace.sch.uk',
        emailVerified: true,
        realm: 'millrace.sch.uk',
        amr: ['pwd', 'mfa'],
      },
    });
  });

  it('that leaves the address out of the token is asked for it', async () => {
    idp.alterToken(({ email: _email, email_verified: _verified, ...claims }) => claims);
    expect(await arrive(await trip(PRIYA))).toMatchObject({ identity: { email: PRIYA.email, emailVerified: true } });
  });

  it('goes there with PKCE, a state and a nonce, and with nothing secret', async () => {
    const left = await signIn.providers.leave({ providerId: other, errand: { for: 'sign-in', next: '/' } });
    const asked = new URL(left.kind === 'go' ? left.address : '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('state')?.length, asked.get('nonce')?.length]).toEqual([43, 43]);
    expect(asked.toString()).not.toContain(CLIENT.clientSecret);
    expect(left.kind === 'go' && left.cookies).toMatchObject([{ attributes: { httpOnly: true, sameSite: 'lax' } }]);
  });
});

describe('an answer that was tampered with', () => {
  const tampered = [
    ['of another issuer', (claims: object) => ({ ...claims, iss: 'https://evil.example' }), 'own'],
    ['for another client', (claims: object) => ({ ...claims, aud: 'somebody-else' }), 'own'],
    ['for several clients, of whom we are not the one', (claims: object) => ({ ...claims, aud: ['gatepost', 'x'], azp: 'x' }), 'own'],
    ['with another nonce', (claims: object) => ({ ...claims, nonce: 'of-another-time' }), 'own'],
    ['without a nonce', (claims: object) => ({ ...claims, nonce: undefined }), 'own'],
    ['that has expired', (claims: object) => ({ ...claims, iat: 1_700_000_000, exp: 1_700_000_600 }), 'own'],
    ['that nobody has signed', (claims: object) => claims, 'unsigned'],
    ['that somebody else has signed', (claims: object) => claims, 'foreign'],
  ] as const; // prettier-ignore
  it.each(tampered)('a token %s', async (_, change, as) => {
    idp.alterToken(change as never, as);
    expect(await come(PRIYA)).toBe('provider-answer-wrong');
  });
  it('a token whose words were changed under its signature', async () => {
    idp.alter((path, body) => {
      if (path !== '/token') return undefined;
      const tokens = JSON.parse(body) as { id_token: string };
      const [head, words, signature] = tokens.id_token.split('.');
      const claims = JSON.parse(Buffer.from(words!, 'base64url').toString()) as object;
      const changed = Buffer.from(JSON.stringify({ ...claims, email: 'head@millrace.sch.uk' })).toString('base64url');
      return JSON.stringify({ ...tokens, id_token: `${head}.${changed}.${signature}` });
    });
    expect(await come(PRIYA)).toBe('provider-answer-wrong');
  });
  it('is not let through by a token that is right', async () => {
    idp.alterToken((claims) => claims);
    expect(await come(PRIYA)).toBe('arrived');
  });
});

describe('a way back', () => {
  it('works once', async () => {
    const one = await trip(PRIYA);
    expect(outcome(await arrive(one))).toBe('arrived');
    expect(outcome(await arrive(one))).toBe('way-back-used');
  });
  it('of another browser opens nothing, and spoils nothing', async () => {
    const [mine, theirs] = [await trip(PRIYA), await trip({ ...PRIYA, sub: 'mallory' })];
    expect(outcome(await arrive({ cookies: mine.cookies, query: theirs.query }))).toBe('way-back-unknown');
    expect(outcome(await arrive({ cookies: '', query: theirs.query }))).toBe('way-back-unknown');
    expect(outcome(await arrive(mine))).toBe('arrived');
  });
  it('with the code of another is refused by the provider: PKCE', async () => {
    const [mine, theirs] = [await trip(PRIYA), await trip({ ...PRIYA, sub: 'mallory' })];
    const query = new URLSearchParams(theirs.query);
    query.set('state', new URLSearchParams(mine.query).get('state')!);
    expect(outcome(await arrive({ cookies: mine.cookies, query: `?${query}` }))).toBe('provider-trouble');
  });
  it('with a code that was used before is refused', async () => {
    const [first, second] = [await trip(PRIYA), await trip(PRIYA)];
    expect(outcome(await arrive(first))).toBe('arrived');
    const query = new URLSearchParams(second.query);
    query.set('code', new URLSearchParams(first.query).get('code')!);
    expect(outcome(await arrive({ cookies: second.cookies, query: `?${query}` }))).toBe('provider-trouble');
  });
  it('leads to one provider only: what was begun at one is not ended at another', async () => {
    const another = await providerOf('other');
    expect(outcome(await arrive(await trip(PRIYA), another))).toBe('way-back-unknown');
  });
  it('is open for ten minutes', async () => {
    const one = await trip(PRIYA);
    clock.advance({ minutes: 10 });
    expect(outcome(await arrive(one))).toBe('way-back-unknown');
  });
  it('that says no says why', async () => {
    const { cookies, query } = await trip(PRIYA);
    const state = new URLSearchParams(query).get('state')!;
    const iss = new URLSearchParams({ error: 'access_denied', state, iss: idp.issuer });
    expect(outcome(await arrive({ cookies, query: `?${iss}` }))).toBe('provider-said-no');
  });
});

describe('whose people may come', () => {
  it('Google: of the hosted domain', async () => {
    const google = await providerOf('google');
    expect(await come({ ...PRIYA, hd: 'millrace.sch.uk' }, google)).toBe('arrived');
    expect(await come({ ...PRIYA, hd: 'elsewhere.sch.uk' }, google)).toBe('other-domain');
    expect(await come(PRIYA, google)).toBe('other-domain');
  });
  it('Entra: of the directory', async () => {
    const entra = await providerOf('microsoft');
    expect(await come({ ...PRIYA, tid: TENANT }, entra)).toBe('arrived');
    expect(await come({ ...PRIYA, tid: randomUUID() }, entra)).toBe('other-domain');
    expect(await come(PRIYA, entra)).toBe('other-domain');
  });
  it('any other: with a verified address of the school’s domains', async () => {
    expect(await come({ ...PRIYA, email: 'priya@gmail.example' })).toBe('other-domain');
    expect(await come({ ...PRIYA, email_verified: false })).toBe('email-unverified');
    expect(await come({ sub: 'priya' })).toBe('other-domain');
  });
});

describe('a provider in trouble', () => {
  it('that is down cannot be reached', async () => {
    const gone = await startIdentityProvider();
    await gone.close();
    const id = await providerOf('other', gone.issuer);
    expect(await signIn.providers.leave({ providerId: id, errand: { for: 'sign-in', next: '/' } })).toMatchObject({
      code: 'provider-unreachable',
      remedy: expect.stringContaining('Your password works'),
    });
  });
  it('that does not answer is not waited for', async () => {
    const going = await trip(PRIYA);
    idp.alter((path) => (path === '/token' ? SILENCE : undefined));
    expect(outcome(await arrive(going))).toBe('provider-slow');
  });
  it('that sends us elsewhere is not followed', async () => {
    const going = await trip(PRIYA);
    idp.alter((path) => (path === '/jwks' ? { status: 302, body: '' } : undefined));
    expect(outcome(await arrive(going))).toBe('provider-trouble');
  });
  it('that answers without end is not listened to', async () => {
    const going = await trip(PRIYA);
    idp.alter((path) => (path === '/jwks' ? ' '.repeat(1_100_000) : undefined));
    expect(outcome(await arrive(going))).toBe('provider-trouble');
  });
  it('that does not know our secret', async () => {
    const id = await providerOf('other', idp.issuer, { secret: 'an older one' });
    expect(await come(PRIYA, id)).toBe('provider-secret-wrong');
  });
  it('that calls itself something else', async () => {
    const liar = await startIdentityProvider();
    liar.alter((path, body) =>
      path.startsWith('/.well-known') ? body.replaceAll(liar.issuer, idp.issuer) : undefined,
    );
    const id = await providerOf('other', liar.issuer);
    const left = await signIn.providers.leave({ providerId: id, errand: { for: 'sign-in', next: '/' } });
    expect(left).toMatchObject({ code: 'provider-not-there', detail: `it calls itself ${idp.issuer}` });
    await liar.close();
  });
});

it.each([
  ['is nobody’s', '/nobody'],
  ['has a slash too many', '/'],
])('an issuer that %s is named as the field to put right', async (_, more) => {
  const id = await providerOf('other', `${idp.issuer}${more}`);
  const left = await signIn.providers.leave({ providerId: id, errand: { for: 'try', personId: '', schoolId: '' } });
  expect(left).toMatchObject({
    code: 'provider-not-there',
    remedy: expect.stringContaining('Your password works') as unknown,
    keeperRemedy: expect.stringMatching(
      /“Issuer” is copied from the provider to the letter, up to the last slash/,
    ) as unknown,
  });
});

describe('where Gatepost is reached by others', () => {
  it.each(['http://localhost:4000', 'https://127.0.0.1:4000', 'https://192.168.1.4', 'http://id.example.org'])(
    'no %s is spoken to',
    async (issuer) => {
      const outside = await createSignIn({ ...options, origin: 'https://gatepost.example.sch.uk' });
      const id = await providerOf('other', issuer);
      const left = await outside.providers.leave({ providerId: id, errand: { for: 'sign-in', next: '/' } });
      expect(left).toMatchObject({ code: 'provider-not-public' });
    },
  );
  it('nor to a public name that leads to this machine', async () => {
    const outside = await createSignIn({ ...options, origin: 'https://gatepost.example.sch.uk' });
    const id = await providerOf('other', 'https://localhost');
    const left = await outside.providers.leave({ providerId: id, errand: { for: 'sign-in', next: '/' } });
    expect(left).toMatchObject({ code: 'provider-not-public' });
  });
});

it('offers nothing that is switched off, and begins nothing by it', async () => {
  const id = await providerOf('other');
  const going = await trip(PRIYA, id);
  await owner.query('update identity_provider set enabled = false where id = $1', [id]);
  expect((await signIn.providers.offered()).map((one) => one.id)).not.toContain(id);
  expect(outcome(await arrive(going, id))).toBe('provider-not-offered');
  for (const errand of ['sign-in', 'nobody'] as const) {
    const providerId = errand === 'nobody' ? randomUUID() : id;
    const left = await signIn.providers.leave({ providerId, errand: { for: 'sign-in', next: '/' } });
    expect(left).toMatchObject({ code: 'provider-not-offered' });
  }
});

it('tells the log which provider and what was wrong, and neither secrets nor people', () => {
  expect(reports.length).toBeGreaterThan(10);
  for (const secret of [CLIENT.clientSecret, 'priya', 'eyJ']) expect(reports.join('\n')).not.toContain(secret);
});
