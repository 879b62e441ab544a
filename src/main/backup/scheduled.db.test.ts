// Backups by the clock: planned by the system administrator, made in a process apart, remembered, pruned, and missed when they fail.
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { isRoot } from '#db/embedded/trial.ts';
import { openAppAt, fill, newSheet, openPlace, ourTables, person, quiet, type Place, type Running } from './trial.ts';
import { runJob } from '../worker.ts';
import { restore } from './restore.ts';
import { masterKeysIn } from './recovery-sheet.ts';

const clock = movableClock('2026-11-19T12:00:00Z');
let place: Place;
let running: Running;
let keeper: PersonActor;
let keys: ReturnType<typeof newSheet>;
let folder: string;

beforeAll(async () => {
  place = await openPlace(ourTables());
  await fill(place);
  keys = newSheet(await masterKeysIn(join(place.config.dataDir, 'keys', 'master.keys')));
  folder = join(place.config.dataDir, 'somewhere');
  running = await openAppAt(place, clock);
  keeper = await person(running, place);
}, 60_000);
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await place.drop();
});

const operation = () => running.app.as({ ...keeper, factorAt: clock.now() }).operation;
const plan = { dailyAt: '03:15', keepDaily: 2, keepWeekly: 0, keepMonthly: 0 };
const setPlan = (more: object = {}) => operation().setBackupPlan({ ...plan, folder, recipients: [keys.to], ...more });
/** What the clock asks for every minute. */
const tick = (job = 'operation.watchBackups') => {
  const { app } = running;
  const parts = { pool: app.database.jobs, registry: app.registry, run: app.run, clock, log: quiet, ports: app.ports };
  return runJob(
    parts,
    app.registry.jobs.get(job)!,
    { scope: running.schoolId, payload: {} },
    AbortSignal.timeout(60_000),
  );
};
const today = async () =>
  (await running.app.as(keeper).duties.listToday({})).duties.filter(({ kind }) => kind.startsWith('operation.backup'));

describe('the plan', () => {
  it('is refused with a key that was mistyped, with no key, or with half a path', async () => {
    const mistyped = keys.to.replace(/.$/, (letter) => (letter === 'q' ? 'p' : 'q'));
    await expect(setPlan({ recipients: [mistyped] })).rejects.toThrow(/public half of a recovery key/);
    await expect(setPlan({ recipients: [] })).rejects.toMatchObject({ code: 'no-recipient' });
    await expect(setPlan({ folder: 'backups' })).rejects.toThrow(/whole path/);
    await expect(setPlan({ folder: '/mnt/../etc' })).rejects.toThrow(/whole path/);
    await expect(operation().backUpNow({})).rejects.toMatchObject({ code: 'no-recipient' });
  });

  it('is the first school’s alone', async () => {
    const other = running.app.as(operator('01a0b1c2-0000-7000-8000-00001a2b3c4d'));
    await expect(other.operation.readBackups({})).rejects.toMatchObject({ code: 'not-first-school' });
  });

  it('asks for a backup on Today until there is one', async () => {
    expect(await today()).toMatchObject([{ kind: 'operation.backup-none' }]);
  });
});

it('makes one when its minute has come, keeps as many as it says, and it can be restored', async () => {
  await setPlan();
  await tick();
  expect((await operation().readBackups({})).newest).toEqual([]);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'holiday.jpg'), 'not ours');
  const [{ id }] = (await place.sql<{ id: string }>('select id from installation')) as [{ id: string }];
  await writeFile(
    join(folder, `gatepost-${id.slice(-8)}-20261101T031500Z.backup.age.partial`),
    'of one that was killed',
  );
  for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
    clock.set(`${day}T03:15:30Z`);
    await tick();
    await tick();
  }
  const { newest, worry, lastGood } = await operation().readBackups({});
  expect(newest.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual(['good plan', 'good plan', 'good plan']);
  expect(newest[0]).toMatchObject({ files: 3, filesMissing: 0, isEncrypted: true });
  expect([worry, lastGood?.slice(0, 10)]).toEqual([null, '2026-11-22']);
  expect(await today()).toEqual([]);
  const names = await readdir(folder);
  expect(names.filter((name) => /20261120T/.test(name))).toEqual([]);
  expect(names).toHaveLength(3);

  const empty = await openPlace();
  try {
    const wishes = { replace: false, withoutBackup: false, typed: async () => '', progress: () => {} };
    const restored = await restore({
      config: empty.config,
      log: quiet,
      path: newest[0]!.file,
      sheet: keys.sheet,
      ...wishes,
    });
    expect(restored.verdicts.every(({ verdict }) => verdict.holds)).toBe(true);
  } finally {
    await empty.drop();
  }
}, 60_000);

it('tells of one that failed, in words, tries again in an hour, and of one that is old', async () => {
  const shut = join(folder, 'shut');
  await (isRoot ? writeFile(shut, 'a file, no folder') : mkdir(shut).then(() => chmod(shut, 0o500)));
  await setPlan({ folder: isRoot ? join(shut, 'below') : shut });
  clock.set('2026-11-23T03:15:30Z');
  await tick();
  clock.set('2026-11-23T03:30:00Z');
  await tick();
  const [failed, ...rest] = (await operation().readBackups({})).newest;
  expect(failed).toMatchObject({
    outcome: 'failed',
    problem: expect.stringMatching(/cannot be written to .*may write to/),
  });
  expect(rest[0]?.outcome).toBe('good');
  expect(await today()).toMatchObject([
    { kind: 'operation.backup-failed', urgency: 'overdue', detail: failed!.problem },
  ]);

  await setPlan();
  clock.set('2026-11-23T04:20:00Z');
  await tick('operation.backUp');
  expect((await operation().readBackups({})).newest[0]).toMatchObject({ outcome: 'good', reason: 'asked' });
  expect(await today()).toEqual([]);
  clock.set('2026-11-26T04:20:00Z');
  expect(await today()).toMatchObject([{ kind: 'operation.backup-old', title: 'The last good backup is 3 days old' }]);
}, 60_000);
