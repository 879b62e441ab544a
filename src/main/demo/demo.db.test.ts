// The demo on a real database: every state is there, the ledgers hold, the links let people in, and a real school is left alone.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerScopes, ledgerSteps } from '#db/ledger-rows.ts';
import { publicSigningKeys } from '#db/signing-key.ts';
import { POST_STATES } from '#features/posts/post.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { createVerifier } from '#kernel/verify.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { compose, type App } from '../compose.ts';
import { TRUST_LEAD } from './fairwater-trust.ts';
import { writeMark } from './mark.ts';
import { prepareDemo } from './prepare-demo.ts';

const log = { info() {}, warn() {}, error() {} };
const keyring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
const told: string[] = [];
let database: TestDatabase;
let dataDir: string;
let app: App;

const place = () => ({ dataDir, origin: 'http://localhost:3000', uploadLimit: 25_000_000 });
const ground = () => ({ address: database.owner, keyring });
const prepare = () =>
  prepareDemo(place(), ground(), {
    log,
    signal: new AbortController().signal,
    progress: (line) => void told.push(line),
  });

beforeAll(async () => {
  database = await openTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'gatepost-demo-'));
  const { demoSecret } = await prepare();
  app = await compose({ ...place(), ...ground(), log, demoSecret });
}, 180_000);

afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const browser = { cookieHeader: null, ip: '127.0.0.1', userAgent: '' };
const keyOf = (path: string) => path.replace('/demo/', '');

it('holds posts in every state, each reached by actions', async () => {
  const { rows } = await app.database.owner.query<{ state: string }>('select distinct state from post');
  const missing = POST_STATES.filter((state) => !rows.some((row) => row.state === state));
  expect(missing).toEqual(['discarded']);
});

it('leaves no job of the past behind', async () => {
  const { rows } = await app.database.owner.query('select from graphile_worker._private_jobs where run_at <= now()');
  expect(rows).toHaveLength(0);
});

it('has ledgers that verify', async () => {
  const keys = await publicSigningKeys(app.database.owner);
  const scopes = await ledgerScopes(app.database.owner);
  expect(scopes).toHaveLength(4);
  for (const { id } of scopes) {
    const verifier = createVerifier(keys, id);
    for await (const step of ledgerSteps(app.database.owner, id)) {
      if (step.kind === 'entry') verifier.entry(step.body);
      else verifier.seal(step.seal);
    }
    expect(await verifier.finish()).toMatchObject({ holds: true, unsealed: { count: 0 } });
  }
});

it('lets whoever opens a link in as its person, again and again', async () => {
  const key = keyOf(app.demo!.make('ngozi.okafor@millrace.example'));
  await app.demo!.follow(key, browser);
  const followed = await app.demo!.follow(key, browser);
  const cookie = followed!.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  expect((await app.identify.bySession(cookie, null)).actor).toMatchObject({ kind: 'person', name: 'Ngozi Okafor' });
  expect(followed!.next).toBe('/today');
});

it('passes the second step for whoever acts for the trust, again and again', async () => {
  const key = keyOf(app.demo!.make(TRUST_LEAD.email, 'passed'));
  await app.demo!.follow(key, browser);
  const followed = await app.demo!.follow(key, browser);
  const cookie = followed!.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const { leads } = await app.identify.bySession(cookie, null);
  expect(leads).toMatchObject([{ actor: { name: TRUST_LEAD.name } }]);
  expect(leads[0]!.actor).not.toHaveProperty('factorMissing');
});

it('knows no other link', async () => {
  expect(await app.demo!.follow('', browser)).toBeNull();
  expect(await app.demo!.follow('constructor', browser)).toBeNull();
});

it('is filled once', async () => {
  const count = async () =>
    (await app.database.owner.query<{ n: number }>('select count(*)::int as n from post')).rows[0]!.n;
  const before = [await count(), told.length];
  await prepare();
  expect([await count(), told.length]).toEqual(before);
});

it('refuses a half-filled folder, and one with a real school in it', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>('select id from installation');
  writeMark(dataDir, { installationId: rows[0]!.id, filled: false, secret: 's' });
  await expect(prepare()).rejects.toMatchObject({ code: 'demo-unfinished' });
  writeMark(dataDir, { installationId: 'another', filled: true, secret: 's' });
  await expect(prepare()).rejects.toMatchObject({ code: 'not-a-demo' });
});
