// What a system administrator sees of the queue and of the machine, and whose it is to see; on a real database and worker.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { duties } from '#features/duties/index.ts';
import { media } from '#features/media/index.ts';
import { accounts } from '#features/accounts/index.ts';
import { checks } from '#features/checks/index.ts';
import { decisions } from '#features/decisions/index.ts';
import { posts } from '#features/posts/index.ts';
import type { PersonActor } from '#kernel/actor.ts';
import { defineFeature } from '#kernel/feature.ts';
import { defineJob } from '#kernel/jobs.ts';
import { defineAction } from '#kernel/action.ts';
import { anySignedIn } from '#kernel/access.ts';
import { startWorker } from '#main/worker.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { failureOf } from '#test/whole-app.ts';
import { operation } from './index.ts';

/** Fails until it is told to stop failing. */
const tries = { broken: true, done: 0 };
const brittle = defineJob({
  name: 'errands.run',
  summary: 'Run an errand.',
  payload: z.object({}),
  attempts: 1,
  async run() {
    if (tries.broken) throw new Error('connect ECONNREFUSED 192.0.2.7:25');
    tries.done += 1;
  },
});
const errands = defineFeature({
  name: 'errands',
  summary: 'For this test: one job that fails.',
  actions: [
    defineAction({
      name: 'errands.ask',
      kind: 'write',
      summary: 'Ask for an errand.',
      route: 'POST /errands',
      scope: 'school',
      who: anySignedIn,
      input: z.object({}),
      output: z.object({}),
    }).handle(async ({ enqueue }) => {
      enqueue(brittle, {});
      return {};
    }),
  ],
  controls: [],
  jobs: [brittle],
});

const MORE = [decisions, accounts, media, checks, posts, operation, duties, errands] as const;
let app: Awaited<ReturnType<typeof openTestApp<typeof MORE>>>;
let first: TestSchool;
let other: TestSchool;
let keeper: PersonActor;
let otherKeeper: PersonActor;
let stop: () => Promise<void>;

beforeAll(async () => {
  app = await openTestApp(MORE);
  [first, other] = [await app.school('Millrace Primary School'), await app.school('Fernhill School')];
  keeper = await first.person({ responsibilities: ['system-administrator'] });
  otherKeeper = await other.person({ responsibilities: ['system-administrator'] });
  await app.rows('insert into installation (id, created_at, trust_id, first_school_id) values ($1, now(), $2, $3)', [
    randomUUID(),
    randomUUID(),
    first.id,
  ]);
  const worker = await startWorker({
    pool: app.database.jobs,
    registry: app.registry,
    run: app.run,
    clock: app.clock,
    log: { info() {}, warn() {}, error() {} },
    ports: {},
  });
  stop = () => worker.close();
});
afterAll(async () => {
  await stop();
  await app.drop();
});

async function failedIn(who: PersonActor) {
  await app.as(who).errands.ask({});
  for (;;) {
    const { troubled } = await app.as(who).operation.read({});
    const found = troubled.find(({ job, isOwn, state }) => job === 'errands.run' && isOwn && state === 'failed');
    if (found) return found;
    await pause(25);
  }
}

describe('a job that failed', () => {
  it('is shown with its cause in words, told of on Today, and tried again by the ledger’s leave', async () => {
    const failed = await failedIn(keeper);
    expect(failed.trouble).toMatch(/takes no connections/);
    const { duties: waiting } = await app.as(keeper).duties.listToday({});
    expect(waiting).toContainEqual(
      expect.objectContaining({ kind: 'operation.jobs-failed', href: '/school/operation', urgency: 'soon' }),
    );

    tries.broken = false;
    expect(await app.as(keeper).operation.retryJob({ jobId: failed.id })).toEqual({ job: 'errands.run' });
    while (tries.done === 0) await pause(25);
    tries.broken = true;
    const entries = await app.rows<{ body: string }>('select body from entry where scope_id = $1', [first.id]);
    const entry = entries.map(({ body }) => JSON.parse(body)).find(({ action }) => action === 'operation.retryJob');
    expect(entry).toMatchObject({ outcome: 'done', about: { jobId: failed.id, job: 'errands.run' } });
    expect((await failureOf(app.as(keeper).operation.retryJob({ jobId: failed.id }))).kind).toBe('not-found');
  });

  it('can be given up', async () => {
    const failed = await failedIn(keeper);
    await app.as(keeper).operation.giveUpJob({ jobId: failed.id });
    const { troubled, jobs } = await app.as(keeper).operation.read({});
    expect(troubled).toEqual([]);
    expect(jobs.failed).toBe(0);
  });

  it('of another school is seen by the first school without its words, and by no other', async () => {
    const theirs = await failedIn(otherKeeper);
    const { troubled } = await app.as(keeper).operation.read({});
    expect(troubled).toEqual([
      expect.objectContaining({ id: theirs.id, isOwn: false, trouble: 'What went wrong is for that school to read.' }),
    ]);
    const ours = await failedIn(keeper);
    expect((await app.as(otherKeeper).operation.read({})).troubled.map(({ id }) => id)).toEqual([theirs.id]);
    const refused = await failureOf(app.as(otherKeeper).operation.giveUpJob({ jobId: ours.id }));
    expect(refused.kind).toBe('not-found');
    await app.as(keeper).operation.giveUpJob({ jobId: ours.id });
    await app.as(keeper).operation.giveUpJob({ jobId: theirs.id });
  });

  it('that only waits for its hour is nobody’s to hurry or to drop', async () => {
    await app.rows(
      `select graphile_worker.add_job('errands.run', json_build_object('scope', $1::text, 'payload', '{}'::json), run_at => now() + interval '1 day')`,
      [first.id],
    );
    const { jobs } = await app.as(keeper).operation.read({});
    expect(jobs.planned).toBe(1);
    const [job] = await app.rows<{ id: number }>(
      'select id from graphile_worker._private_jobs where last_error is null',
    );
    for (const verb of ['retryJob', 'giveUpJob'] as const)
      expect((await failureOf(app.as(keeper).operation[verb]({ jobId: String(job!.id) }))).kind).toBe('not-found');
  });
});

describe('the machine', () => {
  it('is the first school’s to see, and its duties with it', async () => {
    const at = app.clock.now();
    await app.rows(
      `insert into running_process values ($1, 'pages-and-jobs', '0.1.0', '26.10.0', 'post', $2, $2, $3, $4, $5, null)`,
      [randomUUID(), at.toString(), 100 * 1024 ** 2, 50 * 1024 ** 3, at.add({ hours: 72 }).toString()],
    );
    const whole = await app.as(keeper).operation.read({});
    expect(whole.processes).toEqual([expect.objectContaining({ host: 'post', does: 'pages-and-jobs' })]);
    expect(whole.versions).toEqual({
      postgresql: expect.stringMatching(/^\d\d/),
      schema: expect.stringMatching(/^\d{4}-/),
    });
    expect(whole.storage.database).toBeGreaterThan(1_000_000);
    const { duties: waiting } = await app.as(keeper).duties.listToday({});
    expect(
      waiting
        .filter(({ kind }) => /^operation\.(jobs|disk|certificate)/.test(kind))
        .map(({ kind, urgency }) => [kind, urgency]),
    ).toEqual([
      ['operation.certificate-ends', 'overdue'],
      ['operation.disk-low', 'overdue'],
    ]);

    const part = await app.as(otherKeeper).operation.read({});
    expect(part).toMatchObject({
      processes: [],
      versions: null,
      storage: { database: null, pictures: 0, allPictures: null },
    });
    const theirDuties = await app.as(otherKeeper).duties.listToday({});
    expect(theirDuties.duties.filter(({ kind }) => kind.startsWith('operation.'))).toEqual([]);
  });

  it('is told of where pages are served and nobody does the jobs', async () => {
    const told = async () =>
      (await app.as(keeper).duties.listToday({})).duties.filter(({ kind }) => kind === 'operation.no-worker');
    const starts = (does: string) =>
      app.rows(`insert into running_process values ($1, $2, '0.1.0', '26.10.0', 'post', $3, $3, $4, $4)`, [
        randomUUID(),
        does,
        app.clock.now().toString(),
        50 * 1024 ** 3,
      ]);
    await app.rows('delete from running_process');
    expect(await told()).toEqual([]);
    await starts('pages');
    expect(await told()).toMatchObject([{ title: 'Nobody does the jobs', urgency: 'overdue' }]);
    await starts('jobs');
    expect(await told()).toEqual([]);
  });

  it('is no business of anybody who does not keep it', async () => {
    const teacher = await first.person({});
    const head = await first.person({ responsibilities: ['headteacher'] });
    for (const person of [teacher, head])
      expect((await failureOf(app.as(person).operation.read({}))).code).toBe('not-yours-to-do');
  });
});
