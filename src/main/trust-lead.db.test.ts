// Somebody who acts for a trust, through the real sign-in: named on the machine, seen afresh at every request, apart from any school.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { appWith, headerOf } from '#sign-in/fixture.ts';
import { compose, type App } from './compose.ts';
import { confirmPolicy } from './demo/confirm-policy.ts';
import { joinWithPassword } from './links.ts';
import { ensureInstallation, finishSetUp } from './set-up.ts';
import { nameTrustLeadIn } from './trust-lead.ts';

const from = { ip: '192.0.2.7', userAgent: 'test' };
const HEAD = { email: 'head@millrace.example', password: 'copper lantern drifts sideways' };
const CELIA = { email: 'celia@fairwater.example', password: 'violet harbour tidy kettle' };
const clock = movableClock('2026-11-20T09:00:00Z');

let folder: string;
let database: TestDatabase;
let app: App;
let trustId: string;
let millrace: string;
let stBrides: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trust-lead-'));
  database = await openTestDatabase();
  app = await compose({
    address: database.owner,
    dataDir: folder,
    keyring: await openMasterKeys(folder, { create: true }),
    origin: 'http://localhost:3000',
    log: { info() {}, warn() {}, error() {} },
    uploadLimit: 1_000_000,
    clock,
  });
  const { setUpLink } = await ensureInstallation(app);
  const details = { phase: 'primary', division: 'england-and-wales' };
  await finishSetUp(
    app,
    setUpLink!.split('/').at(-1)!,
    {
      trust: 'Fairwater Learning Trust',
      school: { name: 'Millrace Primary School', shortName: 'Millrace', ...details },
      model: 'starter',
      you: { firstName: 'Ngozi', lastName: 'Okafor', email: HEAD.email, responsibilities: ['headteacher'] },
      password: HEAD.password,
    },
    from,
  );
  const { rows } = await asOwner(`select id, trust_id from school`);
  [{ id: millrace, trust_id: trustId }] = rows as [{ id: string; trust_id: string }];
  const made = await app.as(operator(crypto.randomUUID())).policy.setUp({
    trustId,
    school: { name: 'St Bride’s', shortName: 'St Bride’s', ...details },
    model: 'st-nicholas',
    you: { firstName: 'Ruth', lastName: 'Ellery', email: 'ruth@st-brides.example', responsibilities: ['headteacher'] },
  } as never);
  stBrides = made.schoolId;
  await app.signIn.createLogin({ ...CELIA, name: 'Celia Marsh' });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const asOwner = (sql: string) => app.database.owner.query(sql);
const telephones = new Map<string, ReturnType<typeof appWith>>();

/** By the password, and by the code of their app where they have joined one. */
async function enter({ email, password }: typeof CELIA) {
  const first = await app.signIn.signIn({ email, password, cookieHeader: null, ...from });
  if (first.kind !== 'second-factor') return first;
  clock.advance({ seconds: 30 }); // a code works once
  const code = await telephones.get(email)!(clock.now());
  return app.signIn.verifyTotp({ cookieHeader: headerOf(first.cookies), code, ...from });
}
async function come(who: typeof CELIA) {
  const session = await enter(who);
  if (session.kind !== 'session') throw new Error('Not signed in.');
  return app.identify.bySession(headerOf(session.cookies), null);
}
async function joinApp(who: typeof CELIA) {
  const { session } = await come(who);
  const start = await app.signIn.beginTotp(session!.loginId);
  if (start.kind !== 'started') throw new Error('There is one already.');
  telephones.set(who.email, appWith(start.secret));
  const code = await telephones.get(who.email)!(clock.now());
  const joined = await app.signIn.confirmTotp({ session: session!, code, ip: from.ip });
  expect(joined.kind).toBe('shown');
}

it('is named by the address that somebody signs in with, once, and comes in at the next request', async () => {
  const lead = { ...CELIA, name: 'Celia Marsh', jobTitle: 'Chief executive' };
  expect((await come(CELIA)).leads).toEqual([]);
  await expect(nameTrustLeadIn(app, { ...lead, email: 'nobody@fairwater.example' })).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(await nameTrustLeadIn(app, lead)).toEqual({ trust: 'Fairwater Learning Trust' });
  await expect(nameTrustLeadIn(app, lead)).rejects.toMatchObject({ code: 'leads-already' });
  const { actor, leads } = await come(CELIA);
  expect(actor.kind).toBe('visitor');
  expect(leads).toMatchObject([{ trustId, trustName: 'Fairwater Learning Trust', jobTitle: 'Chief executive' }]);
  await expect(app.as(leads[0]!.actor).people.list({})).rejects.toMatchObject({ code: 'not-yours-to-do' });
});

it('does nothing for the trust before a second factor is joined, whatever a school asks', async () => {
  const { leads } = await come(CELIA);
  expect(leads).toMatchObject([{ actor: { factorDue: '2026-11-20', factorMissing: true } }]);
  const { actor } = leads[0]!;
  const theirs = [...app.registry.actions.values()].filter(({ scope, who }) => scope === 'trust' && who.allows(actor));
  expect(theirs.length).toBeGreaterThan(5);
  for (const action of theirs)
    await expect(app.run(actor, action, {}), action.name).rejects.toMatchObject({ code: 'second-factor-needed' });
  await joinApp(CELIA);
  const [lead] = (await come(CELIA)).leads;
  expect(lead!.actor).not.toHaveProperty('factorMissing');
  const { leads: named } = await app.as(lead!.actor).schools.listTrustLeads({});
  expect(named).toMatchObject([{ name: 'Celia Marsh' }]);
});

it('is nobody at the trust in a session that only one school’s provider has vouched for', async () => {
  const began = await enter(CELIA);
  if (began.kind !== 'session') throw new Error('Not signed in.');
  const seen = () => app.identify.bySession(headerOf(began.cookies), null);
  const { session, leads } = await seen();
  expect(leads).toHaveLength(1);
  const vouched = (school: string) =>
    asOwner(`insert into sign_in.provider_session (session_id, provider_id, only_school)
             values ('${session!.sessionId}', gen_random_uuid(), ${school})
             on conflict (session_id) do update set only_school = excluded.only_school`);
  await vouched('null');
  expect((await seen()).leads).toHaveLength(1);
  await vouched(`'${millrace}'`);
  expect((await seen()).leads).toEqual([]);
});

it('keeps their login, whoever invites their address', async () => {
  const { personId } = await app.as(operator(millrace)).people.add({
    firstName: 'Celia',
    lastName: 'Marsh',
    email: CELIA.email,
    types: ['governor'],
  });
  const { token } = await app.as(operator(millrace)).people.invite({ personId });
  await expect(joinWithPassword(app, token, 'a password of the inviter', from)).rejects.toMatchObject({
    code: 'login-exists',
  });
  expect((await come(CELIA)).leads).toHaveLength(1);
  await app.as(operator(millrace)).people.endPerson({ personId });
});

it('is one thing and a headteacher another, also where they are the same human', async () => {
  await nameTrustLeadIn(app, { email: HEAD.email, name: 'Ngozi Okafor', jobTitle: 'Trustee' });
  const { actor, leads } = await come(HEAD);
  expect(actor).toMatchObject({ kind: 'person', scopeId: millrace });
  await expect(app.as(actor).policy.readTrustPolicy({})).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(app.as(leads[0]!.actor).policy.read({})).rejects.toMatchObject({ kind: 'forbidden' });
  const { leads: both } = await app.as((await come(CELIA)).leads[0]!.actor).schools.listTrustLeads({});
  const { id } = both.find(({ name }) => name === 'Ngozi Okafor')!;
  await app.as((await come(CELIA)).leads[0]!.actor).schools.endTrustLead({ leadId: id });
  expect((await come(HEAD)).leads).toEqual([]);
});

it('names others by the address they sign in with, and ends it; nobody else is told who signs in', async () => {
  const lead = (await come(CELIA)).leads[0]!.actor;
  const another = { email: HEAD.email, name: 'Ngozi Okafor', jobTitle: 'Trustee' };
  const nobody = { ...another, email: 'nobody@fairwater.example' };
  const { actor: head } = await come(HEAD);
  for (const asked of [another, nobody])
    await expect(app.nameTrustLead(head, asked)).rejects.toMatchObject({ code: 'not-yours-to-do' });
  await expect(app.nameTrustLead(lead, nobody)).rejects.toMatchObject({
    kind: 'not-found',
    fields: [{ field: 'email' }],
  });
  await app.nameTrustLead(lead, another);
  await expect(app.nameTrustLead(lead, another)).rejects.toMatchObject({ code: 'leads-already' });
  const [named] = (await come(HEAD)).leads;
  expect(named).toMatchObject({ trustId, actor: { factorMissing: true } });
  await app.as(lead).schools.endTrustLead({ leadId: named!.actor.personId });
  expect((await come(HEAD)).leads).toEqual([]);
});

it('looks over several schools, each with a policy, answers and a register of its own [SJ-02]', async () => {
  const at = (school: string) => app.as(operator(school));
  const policies = await Promise.all([millrace, stBrides].map((school) => at(school).policy.read({})));
  expect(policies.map(({ id }) => id)).toEqual(['starter', 'st-nicholas']);
  const reader = async (school: string) =>
    (await at(school).policy.readSetting({ settingId: 'approval.secondReader' })).is;
  expect([await reader(millrace), await reader(stBrides)]).toEqual(['required', 'advised']);

  await at(millrace).accounts.fillCatalogue({});
  const { platforms } = await at(millrace).accounts.listPlatforms({});
  const entry = { purpose: 'News for families', audience: 'Families', reach: 'public', interaction: 'closed' } as const;
  await at(millrace).accounts.register({
    platformId: platforms.find(({ key }) => key === 'website')!.id,
    name: 'Millrace online',
    openedOn: '2026-11-02',
    ...entry,
  });
  const registered = async (school: string) => (await at(school).accounts.list({})).accounts.map(({ name }) => name);
  expect(await registered(millrace)).toContain('Millrace online');
  expect(await registered(stBrides)).not.toContain('Millrace online');

  for (const id of [millrace, stBrides])
    await app.as(systemActor(id, 'evidence.publishHealth')).evidence.publishHealth({});
  const seen = await app.as((await come(CELIA)).leads[0]!.actor).evidence.readTrustHealth({});
  expect(seen.schools).toMatchObject([
    { school: 'Millrace Primary School', version: 1 },
    { school: 'St Bride’s', version: 1 },
  ]);
});

it('hands the trust’s policy to every school, and follows who has confirmed it, per school and per person [TP-01]', async () => {
  const lead = async () => app.as((await come(CELIA)).leads[0]!.actor).policy;
  const reason = 'The trustees have agreed on it.';
  await (await lead()).putTrustInForce({ model: 'tpat', reason });
  const head = async () => app.as((await come(HEAD)).actor);
  const tell = async () => {
    for (const id of [millrace, stBrides]) {
      await app.as(systemActor(id, 'policy.tellTrust')).policy.publishToTrust({});
      await app.as(systemActor(id, 'evidence.publishHealth')).evidence.publishHealth({});
    }
  };
  // Handed out: every school has it before it, and is told.
  for (const id of [millrace, stBrides]) {
    const told = await app.as(operator(id)).policy.readTrustHere({});
    expect(told).toMatchObject({
      policy: { n: 1, title: expect.any(String) as string },
      changes: [{ kind: 'policy', reason }],
    });
  }
  const { upTo } = await (await head()).policy.readTrustHere({});
  await (await head()).policy.seeTrustChanges({ upTo: upTo! });
  await (await head()).policy.takeTrustPolicy({ effectiveOn: '2026-11-23' });
  await app.as(operator(stBrides)).policy.takeTrustPolicy({ effectiveOn: '2026-11-23' });

  const added = await app.as(operator(millrace)).people.add({
    firstName: 'Priya',
    lastName: 'Raman',
    email: 'priya@millrace.example',
    types: ['staff'],
  });
  const priya: PersonActor = {
    ...((await come(HEAD)).actor as PersonActor),
    personId: added.personId,
    loginId: crypto.randomUUID(),
    name: 'Priya Raman',
    roles: new Set(['staff']),
  };
  clock.set('2026-11-23T09:00:00Z');
  await confirmPolicy(app.as({ ...priya, factorAt: clock.now() }).acknowledgement as never, 'Priya Raman');

  // Per person, at the school; per school and without a name, at the trust.
  const { people } = await (await head()).acknowledgement.list({});
  expect(Object.fromEntries(people.map(({ name, state }) => [name, state]))).toEqual({
    'Ngozi Okafor': 'due',
    'Priya Raman': 'confirmed',
  });
  await tell();
  const seen = await (await lead()).readTrustPolicy({});
  expect(seen.schools).toMatchObject([
    { name: 'Millrace Primary School', n: 2, seenUpTo: upTo, acknowledgement: { asked: 2, acknowledged: 1 } },
    { name: 'St Bride’s', n: 2, seenUpTo: null, acknowledgement: { asked: 1, acknowledged: 0 } },
  ]);
  expect(JSON.stringify(seen.schools)).not.toMatch(/Priya|Raman|Ngozi|Okafor|Ruth/);
});
