// `gatepost start`: lock, database, pages, jobs, and an orderly end.
import { takeAppLock, type AppLock } from '#db/embedded/app-lock.ts';
import { translated } from '#db/failures.ts';
import { systemClock } from '#kernel/clock.ts';
import { isFailure } from '#kernel/errors.ts';
import { freshenPages } from './build-pages.ts';
import { compose, type App, type ComposeOptions } from './compose.ts';
import type { Config } from './config.ts';
import { openGround, type Ground } from './ground.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createLog, type Log } from './log.ts';
import { serve, type Served } from './serve.ts';
import { serveMetricsHere } from './serve-metrics.ts';
import { ensureInstallation } from './set-up.ts';

export const logFor = (config: Config): Log =>
  createLog(
    () => systemClock.now().toString(),
    (line) => void process.stderr.write(line),
    config.logFormat === 'plain',
  );

/** What runs, so that it can be ended in the right order: requests, jobs, connections, database, lock. */
export interface Running {
  readonly app: App;
  readonly served: Served;
  readonly address: string;
  close(): Promise<void>;
}

/** What this process does of what there is to do. */
export interface ProcessChoice {
  /** False: a `gatepost worker` does them. */
  readonly jobs: boolean;
  /** Serves pages from data that another Gatepost is running on already. */
  readonly beside: boolean;
}

const ALL: ProcessChoice = { jobs: true, beside: false };

export interface StartOptions {
  /** Told each step that may take longer than a second. */
  readonly progress: (line: string) => void;
  readonly signal?: AbortSignal;
  readonly with?: ProcessChoice;
  /** Done once the database is up, before anything is served. */
  readonly prepare?: (ground: Ground, log: Log) => Promise<Pick<ComposeOptions, 'demoSecret'>>;
}

/** @throws an Error or failure in plain words; nothing is left running then */
export async function start(config: Config, log: Log, options: StartOptions): Promise<Running> {
  const { progress, signal, prepare } = options;
  const { jobs, beside } = options.with ?? ALL;
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error: unknown) => log.error('While stopping.', { error }));
  };
  try {
    const told: { address?: string } = {};
    if (!beside) {
      const lock = await lockData(config, () => told.address);
      undo.push(() => lock.release());
    }
    await freshenPages(progress, signal);
    progress('Starting the database …');
    const ground: Ground = await openGround(config, log, signal === undefined ? {} : { signal });
    undo.push(() => ground.close());
    const prepared = await prepare?.(ground, log);
    const app = await compose({
      ...ground,
      dataDir: config.dataDir,
      origin: config.origin,
      log,
      uploadLimit: config.uploadLimit,
      measured: isMeasured(config),
      ...prepared,
    });
    undo.push(() => app.close());
    const served = await serve(app, config);
    undo.push(() => served.close());
    undo.push(await serveMetrics(app, config));
    if (jobs) await app.work();
    undo.push(startHeartbeat(app, { dataDir: config.dataDir, does: jobs ? 'pages-and-jobs' : 'pages' }));
    told.address = config.origin;
    return { app, served, address: config.origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export const isMeasured = ({ metricsToken, metricsPort }: Config): boolean =>
  metricsToken !== null || metricsPort !== null;

/** @returns closes what it opened, which may be nothing */
export async function serveMetrics({ metrics, log }: App, { metricsPort }: Config): Promise<() => Promise<void>> {
  if (metrics === null || metricsPort === null) return async () => {};
  const listening = await serveMetricsHere(metrics, log, metricsPort);
  return () => listening.close();
}

function lockData(config: Config, address: () => string | undefined): Promise<AppLock> {
  const since = systemClock.now().toString();
  return takeAppLock(config.dataDir, () => {
    const at = address();
    return { pid: process.pid, since, ...(at === undefined ? {} : { address: at }) };
  });
}

export interface Welcome {
  readonly with?: ProcessChoice;
  readonly prepare?: (ground: Ground, log: Log, signal: AbortSignal) => Promise<Pick<ComposeOptions, 'demoSecret'>>;
  /** What is said once Gatepost is up; otherwise the address, and the set-up link of a fresh installation. */
  readonly greet?: (running: Running) => Promise<void>;
}

/**
 * A database that goes away in the middle of a library's own work rejects where nobody listens. That is no reason to end:
 * requests answer 503 and come back. Anything else that nobody caught is, after it has been written down.
 */
export function survive(log: Log): void {
  process.on('unhandledRejection', (error) => {
    const meaning = translated(error);
    if (isFailure(meaning) && meaning.kind === 'unavailable') {
      log.warn('The database went away in the middle of something; it is tried again.', { error });
      return;
    }
    log.error('A mistake of ours ends Gatepost.', { error });
    process.exit(1);
  });
}

/** @returns the exit code, once told to stop */
export async function startAndWait(
  config: Config,
  say: (line: string) => void,
  welcome: Welcome = {},
): Promise<number> {
  const log = logFor(config);
  survive(log);
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (stopping.signal.aborted) process.exit(1);
        stopping.abort();
        resolve();
      });
    }
  });
  let running: Running;
  try {
    const { signal } = stopping;
    const { prepare } = welcome;
    running = await start(config, log, {
      progress: say,
      signal,
      with: welcome.with ?? ALL,
      ...(prepare === undefined ? {} : { prepare: (ground: Ground) => prepare(ground, log, signal) }),
    });
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    say(wordsOf(error, config));
    return 1;
  }
  if (welcome.greet) await welcome.greet(running);
  else {
    const { setUpLink } = await ensureInstallation(running.app);
    const setUp = setUpLink ? `\nSet up your school, once, at:\n\n  ${setUpLink}\n` : '';
    say(`Gatepost is at ${running.address}${setUp}`);
  }
  await stopped;
  say('Stopping …');
  await running.close();
  return 0;
}

function wordsOf(error: unknown, config: Config): string {
  const { code, message, remedy } = error as { code?: string; message: string; remedy?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${config.port} on ${config.host} is taken by another program. Stop it, or start Gatepost on another: PORT=${config.port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `This user may not open port ${config.port}. Choose one above 1023: PORT=3000 npm start`;
  return remedy === undefined || message.includes(remedy) ? message : `${message} ${remedy}`;
}
