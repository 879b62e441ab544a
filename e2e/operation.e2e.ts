// Whoever looks after the machine: jobs that failed and what becomes of them, numbers for Prometheus, and a proxy in front.
import { request as plainRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { startEmbedded, type Embedded } from '#db/embedded/start.ts';
import { silent } from '#db/embedded/trial.ts';
import { expect, test } from '#test/browser/journey.ts';
import { startProduct, type Product } from '#test/browser/product.ts';
import { DESK } from './stage/demo.ts';
import { HEAD, setUp, signIn } from './stage/installation.ts';
import { sound } from './stage/sound.ts';

const TOKEN = 'a token for these metrics alone';

test.describe.configure({ mode: 'serial' });

let product: Product;
let embedded: Embedded;
let database: pg.Client;
let context: BrowserContext;
let head: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  product = await startProduct({ env: { GATEPOST_METRICS_TOKEN: TOKEN, GATEPOST_PROXIES: '127.0.0.1' } });
  embedded = await startEmbedded({ dataDir: product.dataDir, log: silent, reserveBytes: 0 });
  database = new pg.Client(embedded.ownerConnection);
  database.on('error', () => {});
  await database.connect();
  context = await browser.newContext({ baseURL: product.origin, viewport: DESK });
  await setUp(context.request, product);
  head = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await database.end();
  await embedded.stop();
  await product.stop();
});
test.beforeEach(({ watch }) => watch(context));

/** A job whose facts make no sense, so that its one try fails. */
async function failingJob(): Promise<void> {
  await database.query(
    `select graphile_worker.add_job('posts.publish', json_build_object('scope', first_school_id, 'payload', json_build_object('postId', 'nonsense')), max_attempts => 1)
       from installation`,
  );
  for (;;) {
    const { rowCount } = await database.query('select from graphile_worker._private_jobs where last_error is not null and locked_at is null'); // prettier-ignore
    if (rowCount === 1) return;
    await pause(50);
  }
}

/** As a proxy on this machine sends it on. */
function ask(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; text: string; location: string }> {
  const { port } = new URL(product.origin);
  return new Promise((resolve, reject) => {
    const sent = plainRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, location: answer.headers.location ?? '' }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('sees a failed job in words, is told of it on Today, tries it again and gives it up', async () => {
  await failingJob();
  await head.goto('/today');
  const duty = head
    .getByRole('listitem')
    .filter({ has: head.getByRole('heading', { name: 'A job has failed for good' }) });
  await duty.getByRole('link', { name: 'See what failed' }).click();
  await expect(head).toHaveURL(/\/school\/operation$/);
  const jobs = head.getByRole('region', { name: 'Jobs' });
  await expect(jobs).toContainText('Failed for good');
  await jobs.getByRole('button', { name: 'Try again now' }).click();
  await expect(head.getByRole('status').filter({ hasText: 'It is tried again now' })).toBeVisible();
  await expect(async () => {
    await head.goto('/school/operation');
    await expect(jobs).toContainText('Failed for good', { timeout: 500 });
  }).toPass();
  await jobs.getByRole('button', { name: 'Give up' }).click();
  await expect(head.getByRole('status').filter({ hasText: 'Given up' })).toBeVisible();
  await expect(jobs).not.toContainText('Failed for good');
  const { rows } = await database.query<{ body: string }>(`select body from entry where body like '%"operation.%'`);
  const actions = rows.map(({ body }) => (JSON.parse(body) as { action: string }).action);
  expect(actions).toEqual(expect.arrayContaining(['operation.retryJob', 'operation.giveUpJob']));
});

test('sees versions, room, processes and backups, and finds the way from the school’s page', async () => {
  await head.goto('/school');
  await head.getByRole('link', { name: 'How Gatepost is running' }).click();
  const main = head.locator('main');
  await expect(head.getByRole('region', { name: 'Processes' })).toContainText('Pages and jobs');
  await expect(head.getByRole('region', { name: 'Room' })).toContainText(/Free\s*[\d.,]+ [GMT]B of/);
  await expect(head.getByRole('region', { name: 'Versions' })).toContainText(/PostgreSQL\s*18/);
  await expect(head.getByRole('region', { name: 'Backups' })).toBeVisible();
  await expect(main).toContainText(product.origin);
});

test('plans backups for a recovery key, and has one made', async () => {
  await head.goto('/school/operation');
  const backups = head.getByRole('region', { name: 'Backups' });
  await backups.getByText('Change the plan').click();
  await backups.getByLabel('At what time each day?').fill('03:15');
  await backups.getByLabel('Whose recovery keys open them?').fill(await generateIdentity().then(identityToRecipient));
  await backups.getByRole('button', { name: 'Keep this plan' }).click();
  await expect(head.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(backups).toContainText('One is made every day at 03:15.');
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(head.getByRole('status').filter({ hasText: 'It is being made' })).toBeVisible();
  await expect(async () => {
    await head.goto('/school/operation');
    await expect(backups).toContainText('Good', { timeout: 500 });
  }).toPass({ timeout: 40_000 });
});

test('the page has no fault that a machine finds, while a job waits to be looked at', async () => {
  await failingJob();
  await head.goto('/school/operation');
  await sound(head);
  await head.getByRole('button', { name: 'Give up' }).click();
});

test('gives Prometheus its numbers for the token alone, with pages and actions by their routes', async () => {
  const { host } = new URL(product.origin);
  expect((await ask('/metrics', { host })).status).toBe(401);
  await ask('/api/today', { host });
  const { status, text } = await ask('/metrics', { host, authorization: `Bearer ${TOKEN}` });
  expect(status).toBe(200);
  expect(text).toMatch(
    /gatepost_request_seconds_count\{method="GET",route="\/\(staff\)\/school\/operation",status="200"\} \d/,
  );
  expect(text).toMatch(/route="\/api\/today",status="401"/);
  expect(text).toMatch(/gatepost_job_seconds_count\{job="posts.publish",outcome="failed"\} \d/);
  expect(text).not.toContain('Millrace');
});

test.describe('behind a proxy', () => {
  const forwarded = (more: Record<string, string> = {}) => {
    const { host } = new URL(product.origin);
    return { 'x-forwarded-for': '203.0.113.9, 192.0.2.77', 'x-forwarded-host': host, ...more };
  };

  test('a session is the browser’s, not the proxy’s', async ({ browser }) => {
    const through = await browser.newContext({
      baseURL: product.origin,
      extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.9, 192.0.2.77' },
    });
    const page = await through.newPage();
    await signIn(page, HEAD);
    await expect(page).toHaveURL(/\/today$/);
    const { rows } = await database.query<{ ip: string }>('select ip_address as ip from sign_in.session order by created_at desc limit 1'); // prettier-ignore
    expect(rows).toEqual([{ ip: '192.0.2.77' }]);
    await through.close();
  });

  test('another address is told ours; a form of another site does nothing', async () => {
    const elsewhere = await ask('/today', forwarded({ 'x-forwarded-host': 'elsewhere.example' }));
    expect(elsewhere.status).toBe(421);
    expect(elsewhere.text).toContain(`This Gatepost is at ${product.origin}`);
    const form = await ask(
      '/sign-in',
      forwarded({ origin: 'https://elsewhere.example', 'content-length': '0' }),
      'POST',
    );
    expect(form.status).toBe(403);
    expect(form.text).toContain('Nothing was done');
    expect((await ask('/readyz', { host: 'anything' })).status).toBe(200);
  });
});
