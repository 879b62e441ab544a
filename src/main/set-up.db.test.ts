// The door of a fresh installation: one link at a time, and every step twice without harm.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMasterKeys } from '#kernel/master-key.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { compose, type App } from './compose.ts';
import { ensureInstallation, finishSetUp, isSetUp, setUpFrom, type SetUpAnswers } from './set-up.ts';

const from = { ip: '127.0.0.1', userAgent: 'test' };
const answers: SetUpAnswers = {
  trust: 'Fairwater Learning Trust',
  school: { name: 'Millrace Primary School', shortName: 'Millrace', phase: 'primary', division: 'england-and-wales' },
  model: 'starter',
  you: {
    firstName: 'Ngozi',
    lastName: 'Okafor',
    email: 'head@millrace.example',
    jobTitle: 'Headteacher',
    responsibilities: ['headteacher'],
  },
  password: 'copper lantern drifts sideways',
};

let folder: string;
let database: TestDatabase;
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'set-up-'));
  database = await openTestDatabase();
  app = await compose({
    address: database.owner,
    dataDir: folder,
    keyring: await openMasterKeys(folder, { create: true }),
    origin: 'http://localhost:3000',
    log: { info() {}, warn() {}, error() {} },
    uploadLimit: 1_000_000,
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const newLink = async () => (await ensureInstallation(app)).setUpLink!.split('/').at(-1)!;
const count = async (table: string) =>
  Number((await app.database.owner.query(`select count(*) from ${table}`)).rows[0].count);

test('each start makes a new link to the same place, and the older one stops working', async () => {
  const [older, newer] = [await newLink(), await newLink()];
  expect(await setUpFrom(app, older)).toBe(null);
  expect(await setUpFrom(app, newer)).toMatchObject({ firstSchoolId: expect.any(String) });
  expect(await count('installation')).toBe(1);
  expect(await isSetUp(app)).toBe(false);
});

test('what is wrong is told before anything is made', async () => {
  const link = await newLink();
  await expect(finishSetUp(app, link, { ...answers, model: 'none' }, from)).rejects.toMatchObject({ kind: 'invalid' });
  await expect(finishSetUp(app, link, { ...answers, password: 'short' }, from)).rejects.toMatchObject({
    code: 'too-short',
    fields: [{ field: 'password' }],
  });
  expect([await count('school'), await count('trust'), await count('sign_in.login')]).toEqual([0, 0, 0]);
});

test('what a crash left half done is finished with the same link, and only by whoever began it', async () => {
  const link = await newLink();
  const place = (await setUpFrom(app, link))!;
  // As far as a crash after the school was made, before the link was spent.
  await finishSetUp(app, link, answers, from);
  await app.database.owner.query('update installation set set_up_at = null, setup_token_sha256 = null');
  const again = await newLink();
  expect(await setUpFrom(app, again)).toEqual(place);
  await expect(
    finishSetUp(app, again, { ...answers, you: { ...answers.you, email: 'other@millrace.example' } }, from),
  ).rejects.toMatchObject({
    code: 'already-set-up',
  });
  await expect(finishSetUp(app, again, { ...answers, password: 'not the one of before' }, from)).rejects.toMatchObject({
    code: 'login-exists',
  });
  const cookies = await finishSetUp(app, again, answers, from);
  expect(cookies.map(({ name }) => name)).toContain('gatepost.session');
  expect([await count('school'), await count('trust'), await count('person')]).toEqual([1, 1, 1]);
});

test('once done, no link opens and none is made', async () => {
  expect(await isSetUp(app)).toBe(true);
  expect(await ensureInstallation(app)).toEqual({ setUpLink: null });
  await expect(finishSetUp(app, 'anything', answers, from)).rejects.toMatchObject({ kind: 'not-found' });
});
