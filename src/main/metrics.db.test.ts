// What Prometheus is told, by whom it may be read, and that it names no school and no person.
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '#kernel/secret.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { createLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { answerMetrics, serveMetricsHere } from './serve-metrics.ts';

const TOKEN = 'a token of twenty characters or more';
const log = createLog(
  () => '',
  () => {},
  false,
);
let app: Awaited<ReturnType<typeof openTestApp>>;
let school: TestSchool;
let metrics: Metrics;

beforeAll(async () => {
  app = await openTestApp();
  school = await app.school('Millrace Primary School');
  const { owner, app: actions } = app.database;
  metrics = createMetrics({ owner, pools: { owner, actions }, clock: app.clock, dataDir: tmpdir(), version: '9.9.9' });
});
afterAll(() => app.drop());

/** A server that watches its requests and calls them what the path says, but for /metrics. */
async function ask(path: string, headers: Record<string, string> = {}, token: Secret | null = new Secret(TOKEN)) {
  const server = createServer((request, response) => {
    metrics.watch(request, response);
    metrics.named(request, '/posts/[postId]');
    if (!answerMetrics({ metrics, log }, token, request, response)) response.writeHead(404).end('nothing');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close', ...headers } });
  const text = await answer.text();
  await new Promise((closed) => server.close(closed));
  return { status: answer.status, text };
}

describe('who may read them', () => {
  it('nobody while no token is set, and nobody without it', async () => {
    expect((await ask('/metrics', {}, null)).status).toBe(404);
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/metrics', { authorization: 'Bearer another token of that length' })).status).toBe(401);
  });

  it('whoever sends the token', async () => {
    const { status, text } = await ask('/metrics', { authorization: `Bearer ${TOKEN}` });
    expect(status).toBe(200);
    expect(text).toContain('gatepost_info{version="9.9.9"');
  });

  it('this machine alone, on a port of their own', async () => {
    const here = await serveMetricsHere(metrics, log, 0);
    const answer = await fetch(`http://127.0.0.1:${here.port}/metrics`);
    expect(await answer.text()).toContain('gatepost_info');
    expect((await fetch(`http://127.0.0.1:${here.port}/today`)).status).toBe(404);
    await expect(serveMetricsHere(metrics, log, here.port)).rejects.toMatchObject({
      code: 'metrics-port-taken',
      message: expect.stringContaining(String(here.port)),
    });
    await here.close();
  });
});

describe('what they say', () => {
  it('how long requests and jobs took, by route and by name', async () => {
    await ask('/posts/one-of-many');
    metrics.ran('posts.publish', 'failed', 0.2);
    const { text } = await metrics.read();
    expect(text).toMatch(
      /gatepost_request_seconds_count\{method="GET",route="\/posts\/\[postId\]",status="404"\} [1-9]/,
    );
    expect(text).toContain('gatepost_job_seconds_count{job="posts.publish",outcome="failed"} 1');
    expect(text).not.toContain('one-of-many');
  });

  it('how long the queue is, how far the sealer is behind, who waits for a connection, and how much room is left', async () => {
    await app.rows(`select graphile_worker.add_job('posts.publish', '{}', run_at => now() - interval '90 seconds')`);
    await app.rows(`insert into entry (scope_id, id, at, body, sha256) values ($1, gen_random_uuid(), $2, '{}', '')`, [
      school.id,
      app.clock.now().toString(),
    ]);
    await app.rows(
      `insert into entry_pending (scope_id, entry_id, at) select scope_id, id, $1 from entry where body = '{}'`,
      [app.clock.now().subtract({ seconds: 30 }).toString()],
    );
    const { text } = await metrics.read();
    expect(text).toContain('gatepost_queue_jobs{job="posts.publish",state="due"} 1');
    expect(text).toMatch(/gatepost_queue_oldest_seconds 9\d/);
    expect(text).toMatch(/gatepost_sealer_lag_seconds (30|[3-9]\d)/);
    expect(text).toContain('gatepost_pool_waiting{pool="actions"} 0');
    expect(text).toMatch(/gatepost_disk_free_bytes \d{4,}/);
    expect(text).toMatch(/process_resident_memory_bytes \d+/);
    await app.rows(`delete from entry_pending; delete from entry where body = '{}'`);
  });

  it('nothing of a school or a person', async () => {
    const { text } = await metrics.read();
    expect(text).not.toContain('Millrace');
    expect(text).not.toContain(school.id);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});

it('leaves out what cannot be asked, and says that it did', async () => {
  const broken = { query: () => Promise.reject(new Error('away')) } as never;
  const alone = createMetrics({ owner: broken, pools: {}, clock: app.clock, dataDir: tmpdir(), version: '1' });
  await alone.read();
  const { text } = await alone.read();
  expect(text).toContain('gatepost_metrics_left_out_total');
  expect(text).not.toMatch(/^gatepost_queue_oldest_seconds /m);
  expect(text).toMatch(/^gatepost_disk_free_bytes /m);
});
