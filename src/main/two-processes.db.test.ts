// Two Gateposts on one database, as two processes that serve pages: what one does holds in the other with its next request.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { openTestDatabase, type TestDatabase } from '#test/database/open.ts';
import { compose, type App } from './compose.ts';
import { knownHeads } from './heads.ts';
import { finishSetUp, ensureInstallation } from './set-up.ts';
import { verifyDatabase } from './verify-ledger.ts';

const PASSWORD = 'copper lantern drifts sideways';
const FROM = { ip: '127.0.0.1', userAgent: 'test' };
const EMAIL = 'head@millrace.example';

/** Stands still, so that a minute never ends in the middle of a test. */
const clock = movableClock('2026-11-20T09:00:00Z');

let folder: string;
let database: TestDatabase;
let one: App;
let other: App;
let schoolId: string;

const open = async () =>
  compose({
    address: database.owner,
    dataDir: folder,
    keyring: await openMasterKeys(folder, { create: true }),
    origin: 'http://localhost:3000',
    log: { info() {}, warn() {}, error() {} },
    uploadLimit: 1_000_000,
    clock,
    connections: 2,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'two-processes-'));
  database = await openTestDatabase();
  one = await open();
  other = await open();
  const token = (await ensureInstallation(one)).setUpLink!.split('/').at(-1)!;
  await finishSetUp(
    one,
    token,
    {
      trust: 'Fairwater Learning Trust',
      school: {
        name: 'Millrace Primary School',
        shortName: 'Millrace',
        phase: 'primary',
        division: 'england-and-wales',
      },
      model: 'starter',
      you: {
        firstName: 'Ngozi',
        lastName: 'Okafor',
        email: EMAIL,
        jobTitle: 'Headteacher',
        responsibilities: ['headteacher'],
      },
      password: PASSWORD,
    },
    FROM,
  );
  schoolId = (await one.database.owner.query<{ id: string }>('select id from school')).rows[0]!.id;
});
afterAll(async () => {
  await Promise.all([one?.close(), other?.close()]);
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function signedIn(at: App): Promise<string> {
  const session = await at.signIn.signIn({ email: EMAIL, password: PASSWORD, cookieHeader: null, ...FROM });
  if (session.kind !== 'session') throw new Error(session.kind);
  return session.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
const whoIs = async (at: App, cookie: string) => (await at.identify.bySession(cookie, schoolId)).actor;

test('a session made in one is known in the other, and ended in one it is gone in the other', async () => {
  const cookie = await signedIn(one);
  const actor = await whoIs(other, cookie);
  expect(actor).toMatchObject({ kind: 'person', scopeId: schoolId });
  const { session } = await other.identify.bySession(cookie, schoolId);
  await one.signIn.endSession(session!);
  expect(await whoIs(other, cookie)).toMatchObject({ kind: 'visitor' });
});

test('how often somebody may ask is counted over both', async () => {
  const head = (await whoIs(one, await signedIn(one))) as PersonActor;
  const most = one.registry.actions.get('posts.check')!.perMinute!;
  const asked = Array.from({ length: most + 2 }, (_, i) =>
    (i % 2 === 0 ? one : other).as(head).posts.check({ words: 'Well done, everybody.' }),
  );
  const refusals = (await Promise.allSettled(asked)).flatMap((answer) =>
    answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : [],
  );
  expect(refusals).toEqual(['too-often', 'too-often']);
});

test('both write and seal one ledger at once, and it verifies', async () => {
  const as = [one.as(operator(schoolId)), other.as(operator(schoolId))] as const;
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      as[i % 2]!.people.add({
        firstName: 'Ada',
        lastName: `Weir${'abcdefghij'[i % 10]}${'abcdefghij'[Math.floor(i / 10)]}`,
        types: ['staff'],
        jobTitle: 'Teacher',
      }),
    ),
  );
  await Promise.all([one.database.sealer.sealNow(schoolId), other.database.sealer.sealNow(schoolId)]);
  const verdicts = await verifyDatabase(database.owner, {}, () => {});
  expect(verdicts.flatMap(({ verdict }) => verdict.problems)).toEqual([]);
  await pause(1_200); // heads are kept outside the database at most every second
  const { rows } = await one.database.owner.query<{ n: number }>(
    'select max(n)::int as n from seal where scope_id = $1',
    [schoolId],
  );
  expect(knownHeads(folder)[schoolId]?.n).toBe(rows[0]!.n);
});
