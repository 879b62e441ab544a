// Web, worker and database are killed at random moments under load, and started again as a service manager would:
// is every write that was acknowledged still there, does the ledger hold, and how long is each start?
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '#db/embedded/start.ts';
import { AS_OWNER, openPool, type Address } from '#db/pool.ts';
import { freshenPages } from '#main/build-pages.ts';
import { verifyDatabase } from '#main/verify-ledger.ts';
import { knownHeads } from '#main/heads.ts';
import type { Figure } from './figure.ts';
import { ended, freePort, launch, readySeconds } from './stand/process.ts';
import { openStand } from './stand/school.ts';

/** The whole proof takes 1,000, which is most of an hour: GATEPOST_BENCH_KILLS=1000. */
const KILLS = Number(process.env['GATEPOST_BENCH_KILLS'] ?? 60);
const WRITERS = 4;
const LIMIT_SECONDS = 3;

export async function* figures(): AsyncGenerator<Figure> {
  await freshenPages(() => undefined);
  const stand = await openStand();
  const token = await tokenOf(stand);
  await stand.leave();
  const { dataDir, schoolId } = stand;
  try {
    const port = await freePort();
    const env = { GATEPOST_DATA: dataDir, PORT: String(port) };
    const running = { web: launch(['start', '--no-jobs'], env), worker: launch(['worker'], env) };
    await readySeconds(port);
    const acknowledged: string[] = [];
    const stop = new AbortController();
    const writers = Array.from({ length: WRITERS }, () => write(port, token, acknowledged, stop.signal));
    const seconds = await killing(running, env, port, dataDir);
    stop.abort();
    await Promise.all(writers);
    await ended(running.web);
    await ended(running.worker);
    const found = await afterwards(dataDir, schoolId, acknowledged);
    const against = `${KILLS} kills of web, worker and database at random moments, ${acknowledged.length} writes acknowledged`;
    yield { figure: 'Acknowledged writes lost', value: String(found.lost), goal: '0', met: found.lost === 0, against };
    yield {
      figure: 'Ledger afterwards',
      value: found.problems === 0 ? 'holds' : `${found.problems} problems`,
      goal: 'holds',
      met: found.problems === 0,
      against: `${found.entries} entries`,
    };
    const slowest = Math.max(...seconds);
    yield {
      figure: 'Slowest start after a kill',
      value: `${slowest.toFixed(2)} s`,
      goal: `≤ ${LIMIT_SECONDS} s`,
      met: slowest <= LIMIT_SECONDS,
      against: 'until /readyz answers 200',
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function tokenOf({ app, teacher }: Awaited<ReturnType<typeof openStand>>): Promise<string> {
  const fresh = app.as({ ...teacher, factorAt: app.clock.now() });
  const { token } = await fresh.people.makeToken({ name: 'Kills', scopes: ['posts:write'], days: 1 });
  return token;
}

/** Opens posts without end; keeps the id of each that was acknowledged. A refused connection or a 503 is tried again. */
async function write(port: number, token: string, acknowledged: string[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/posts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{}',
      });
      if (answer.ok) acknowledged.push(((await answer.json()) as { postId: string }).postId);
      else if (answer.status < 500) throw new TypeError(`A write was refused: ${answer.status} ${await answer.text()}`);
      else await pause(50);
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('A write')) throw error;
      await pause(50);
    }
  }
}

/** @returns after each kill, seconds until pages are served again */
async function killing(
  running: { web: ChildProcess; worker: ChildProcess },
  env: Readonly<Record<string, string>>,
  port: number,
  dataDir: string,
): Promise<number[]> {
  const seconds: number[] = [];
  for (let n = 0; n < KILLS; n += 1) {
    await pause(100 + Math.random() * 900);
    const which = (['web', 'worker', 'database'] as const)[Math.floor(Math.random() * 3)]!;
    const from = performance.now();
    if (which === 'database') killDatabase(dataDir);
    else {
      await ended(running[which], 'SIGKILL');
      running[which] = launch(which === 'web' ? ['start', '--no-jobs'] : ['worker'], env);
    }
    seconds.push(await readySeconds(port, from));
    if (n % 20 === 19) process.stderr.write(`  ${n + 1} kills …\n`);
  }
  return seconds;
}

function killDatabase(dataDir: string): void {
  try {
    process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  } catch {
    // it is being started again already
  }
}

async function afterwards(dataDir: string, schoolId: string, acknowledged: readonly string[]) {
  const log = { info() {}, warn() {}, error() {} };
  const embedded = await startEmbedded({ dataDir, log, reserveBytes: 0 });
  const address: Address = embedded.ownerConnection;
  const pool = openPool(address, AS_OWNER, 1, () => {});
  try {
    const { rows } = await pool.query<{ lost: number }>(
      `select count(*)::int as lost from unnest($2::uuid[]) as w (id)
        where not exists (select from post p where p.school_id = $1 and p.id = w.id)`,
      [schoolId, acknowledged],
    );
    const verdicts = await verifyDatabase(address, knownHeads(dataDir), () => {});
    return {
      lost: rows[0]!.lost,
      problems: verdicts.reduce((sum, { verdict }) => sum + verdict.problems.length, 0),
      entries: verdicts.reduce((sum, { verdict }) => sum + verdict.entries, 0),
    };
  } finally {
    await pool.end();
    await embedded.stop();
  }
}
