// Runs jobs: each in one scope, as Gatepost itself, with the ports that reach the outside. They get no database.
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCronItems, run as runWorker, type Runner, type Task, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { systemActor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Job, JobTools } from '#kernel/jobs.ts';
import type { Registry, Run } from '#kernel/registry.ts';
import { fail } from '#kernel/errors.ts';
import { parseInput } from '#kernel/parse.ts';
import { holdClaims } from './left-jobs.ts';
import type { Log } from './log.ts';

export interface WorkerParts {
  readonly pool: pg.Pool;
  readonly registry: Registry;
  readonly run: Run;
  readonly clock: Clock;
  readonly log: Log;
  readonly ports: unknown;
  /** Told how each job ended, and after how many seconds. */
  readonly ran?: (job: string, outcome: 'done' | 'failed', seconds: number) => void;
  /** Jobs at once. */
  readonly concurrency?: number;
}

export interface Worker {
  close(): Promise<void>;
}

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const closing = new AbortController();
  let runner = await startRunner(parts, closing.signal);
  const kept = keepRunning();

  /** A database that went away ends the runner; it is started again as soon as that one answers. */
  async function keepRunning(): Promise<void> {
    while (!closing.signal.aborted) {
      await runner.promise.catch((error: unknown) =>
        parts.log.warn('The jobs stopped and are being started again.', { error }),
      );
      while (!closing.signal.aborted) {
        await sleep(RESTART_MS, undefined, { signal: closing.signal }).catch(() => {});
        if (closing.signal.aborted) return;
        const next = await startRunner(parts, closing.signal).catch(() => null);
        if (!next) continue;
        if (closing.signal.aborted) return next.stop(); // it came up while everything was going down
        runner = next;
        break;
      }
    }
  }

  return {
    async close() {
      closing.abort();
      await runner.stop().catch(() => {});
      await kept;
    },
  };
}

const RESTART_MS = 1_000;

async function startRunner(parts: WorkerParts, signal: AbortSignal): Promise<Runner> {
  const jobs = [...parts.registry.jobs.values()];
  const claims = await holdClaims(parts.pool, (error) =>
    parts.log.warn('Jobs that a killed process left could not be looked for; that is tried again.', { error }),
  );
  const events = new EventEmitter() as WorkerEvents;
  events.on('worker:create', ({ worker }) => claims.hold(worker.workerId));
  const starting = runWorker({
    events,
    pgPool: parts.pool,
    concurrency: parts.concurrency ?? 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    noPreparedStatements: true,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(parts, job, signal)])),
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) =>
        job.cron === undefined ? [] : [{ task: job.name, match: job.cron, identifier: job.name }],
      ),
    ),
    logger: quiet(parts.log),
  });
  const runner = await starting.catch((error: unknown) => {
    claims.close();
    throw error;
  });
  void runner.promise.catch(() => {}).finally(() => claims.close());
  return runner;
}

const taskOf =
  (parts: WorkerParts, job: Job, signal: AbortSignal): Task =>
  async (given) => {
    const began = performance.now();
    const ended = (outcome: 'done' | 'failed') => parts.ran?.(job.name, outcome, (performance.now() - began) / 1_000);
    try {
      await runJob(parts, job, given, signal);
    } catch (error) {
      ended('failed');
      throw error;
    }
    ended('done');
  };

/** @param given as the queue keeps it: `{ scope, payload }`, or what came by the clock */
export async function runJob(parts: WorkerParts, job: Job, given: unknown, signal: AbortSignal): Promise<void> {
  for (const one of await scopesOf(parts, given)) {
    const tools: JobTools = {
      scopeId: one.scope,
      clock: parts.clock,
      ports: parts.ports,
      signal,
      act: (action, input) =>
        parts.run(systemActor(one.scope, job.name), action as never, input) as ReturnType<JobTools['act']> as never,
    };
    await job.run(tools as never, parseInput(job.payload, one.payload) as never);
  }
}

/** What was asked for by an action names its scope; what comes by the clock is done in every school. */
async function scopesOf(parts: WorkerParts, given: unknown): Promise<{ scope: string; payload: unknown }[]> {
  if (typeof given === 'object' && given !== null && 'scope' in given && typeof given.scope === 'string') {
    return [{ scope: given.scope, payload: 'payload' in given ? given.payload : {} }];
  }
  if (typeof given === 'object' && given !== null && '_cron' in given) {
    const { rows } = await parts.pool.query<{ id: string }>('select id from school order by id');
    return rows.map(({ id }) => ({ scope: id, payload: {} }));
  }
  throw fail.internal(new Error('A job without a scope.'));
}

/** graphile-worker's chatter is not ours; what fails is. */
function quiet(log: Log): never {
  const logger = {
    scope: () => logger,
    error: (message: string, facts?: object) => log.error(message, facts),
    warn: (message: string, facts?: object) => log.warn(message, facts),
    info() {},
    debug() {},
  };
  return logger as never;
}
