// Submitting a post through REST, against the very same SQL statements run bare by `pg`.
import http from 'node:http';
import pg from 'pg';
import { newId } from '#kernel/id.ts';
import { createRest } from '#surfaces/rest/rest.ts';
import { share, type Figure } from './figure.ts';
import { openStand, savedPosts, type Stand } from './stand/school.ts';

const POSTS = 300;
const CONNECTIONS = 8;

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}
interface Saved {
  readonly postId: string;
  readonly versionId: string;
}

export async function* figures(): AsyncGenerator<Figure> {
  const stand = await openStand(CONNECTIONS);
  try {
    process.stderr.write('  saving posts to submit …\n');
    const posts = await savedPosts(stand, POSTS * 3 + 60);
    const [sample, ...rest] = posts;
    await submitThrough(stand, rest.splice(0, 59));
    const since = stand.app.clock.now().epochMilliseconds;
    const statements = await recorded(() => submitThrough(stand, [sample!]));
    const mine = await submitThrough(stand, rest.splice(0, POSTS));
    const bare = await replay(stand, statements, sample!, rest.splice(0, POSTS), since, false);
    const named = await replay(stand, statements, sample!, rest.splice(0, POSTS), since, true);
    yield {
      figure: `Submit through REST (${Math.round(mine)} a second, ${statements.length} statements)`,
      value: share(mine / bare),
      goal: '≥ 60 %',
      met: mine / bare >= 0.6,
      against: `the same statements run bare by pg (${Math.round(bare)} a second)`,
    };
    yield {
      figure: 'Submit through REST',
      value: share(mine / named),
      goal: '–',
      met: null,
      against: `the same statements, bare and named (${Math.round(named)} a second)`,
    };
  } finally {
    await stand.close();
  }
}

/** Submissions a second, from a client over eight connections, as the teacher. */
async function submitThrough({ app, cookie }: Stand, posts: readonly Saved[]): Promise<number> {
  const rest = createRest({
    registry: app.registry,
    run: app.run,
    identify: async () => (await app.identify.bySession(cookie, null)).actor,
    origin: app.origin,
    log: app.log,
  });
  const server = http.createServer((request, response) => void rest(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const queue = [...posts];
  const from = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await submit(agent, port, app.origin, cookie, next.postId);
    }),
  );
  const perSecond = (posts.length * 1_000) / (performance.now() - from);
  agent.destroy();
  await new Promise((resolve) => server.close(resolve));
  return perSecond;
}

const submit = (agent: http.Agent, port: number, origin: string, cookie: string, postId: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', cookie, origin };
    const request = http.request(
      { agent, port, method: 'POST', path: `/api/posts/${postId}/submit`, headers },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => {
          const outcome = response.statusCode === 200 ? (JSON.parse(body) as { outcome: string }).outcome : body;
          if (outcome === 'waiting') resolve();
          else reject(new Error(`A post was not submitted: ${response.statusCode} ${outcome}`));
        });
      },
    );
    request.on('error', reject);
    request.end('{}');
  });

/** Every statement that one submission sends, in order. */
async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [string | { text: string; values?: unknown[] }];
    if (typeof config === 'string') statements.push({ text: config, values: [] });
    else statements.push({ text: config.text, values: config.values ?? [] });
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  // The sealer works beside, in batches of its own: its statements are not part of one submission.
  return statements.filter(
    ({ text }) => !/entry_pending p join entry|from seal|into seal|pg_advisory_xact_lock/.test(text),
  );
}

/** The same statements for other posts: their ids in place of the sample's, and a fresh id wherever one was made. */
async function replay(
  { app, address }: Stand,
  statements: readonly Statement[],
  sample: Saved,
  posts: readonly Saved[],
  since: number,
  named: boolean,
): Promise<number> {
  const pool = new pg.Pool({ ...address, max: CONNECTIONS });
  pool.on('connect', (client) => void client.on('error', () => {}));
  const made = madeIds(statements, since);
  const queue = [...posts];
  const from = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = await pool.connect();
      for (let next = queue.pop(); next; next = queue.pop()) {
        const fresh = new Map([...made].map((id) => [id, newId(app.clock.now())]));
        const swap = (value: unknown): unknown =>
          value === sample.postId
            ? next.postId
            : value === sample.versionId
              ? next.versionId
              : typeof value === 'string'
                ? (fresh.get(value) ?? value)
                : value;
        for (const [i, { text, values }] of statements.entries()) {
          await client
            .query({ text, values: values.map(swap), ...(named && values.length > 0 ? { name: `s${i}` } : {}) })
            .catch((error: Error) => {
              throw new Error(`${error.message} in: ${text}`);
            });
        }
      }
      client.release();
    }),
  );
  const perSecond = (posts.length * 1_000) / (performance.now() - from);
  await pool.end();
  return perSecond;
}

/** Ids that the submission made: UUIDs of version 7 carry their moment, so those no older than the recording. */
function madeIds(statements: readonly Statement[], since: number): Set<string> {
  const all = statements
    .flatMap(({ values }) => values)
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value));
  return new Set(all.filter((id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= since));
}
