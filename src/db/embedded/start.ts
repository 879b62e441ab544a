// The built-in database: a real PostgreSQL beside us, started when nobody has, used when somebody did, brought back when it falls.
import { setTimeout as sleep } from 'node:timers/promises';
import { bringUp } from './bring-up.ts';
import { openDataFolder } from './folder.ts';
import type { OwnerConnection } from './reach.ts';
import { dropReserve } from './reserve.ts';
import type { EmbeddedOptions, Running } from './running.ts';

export type { EmbeddedOptions } from './running.ts';

export interface Embedded {
  /** Read it anew for each new connection: on loopback the port can change when the database had to be started again. */
  readonly ownerConnection: OwnerConnection;
  /** `attached`: another process of ours runs the server. It becomes `started` should that process end before us. */
  readonly role: 'started' | 'attached';
  /** Called once for an outage that five tries did not end. Trying goes on. */
  onFailure(listener: (trouble: unknown) => void): void;
  /** For SQLSTATE 53100, disk full: throws the ballast away. Answers whether there was any. */
  makeRoom(): boolean;
  /** Waits for the server to end when we started it. */
  stop(): Promise<void>;
}

const WAITS = [0, 250, 500, 1_000, 3_000, 10_000, 30_000]; // milliseconds before the first, second, … try
/** A server that comes up and falls again and again is waited for so much at most: whoever is served meanwhile is served. */
const MOST_PATIENCE_AFTER_START = WAITS.indexOf(500);
const TRIES_BEFORE_TELLING = 5;
const CALM = 60_000; // a server that lived this long was well

/** @throws a failure of kind `unavailable` that says what is wrong and what to do */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = openDataFolder(options.dataDir);
  const stopping = new AbortController();
  const starting = options.signal === undefined ? stopping.signal : AbortSignal.any([options.signal, stopping.signal]);
  const listeners: ((trouble: unknown) => void)[] = [];
  let running = await bringUp(folder, options, starting, undefined);
  const kept = keepRunning();

  async function keepRunning(): Promise<void> {
    let falls = 0; // one soon after the other
    let calmSince = performance.now();
    while (!stopping.signal.aborted) {
      const how = await running.lost;
      if (stopping.signal.aborted) return;
      if (performance.now() - calmSince > CALM) falls = 0;
      options.log.error('The database stopped by itself and is being started again.', { how });
      const patience = Math.min(falls, MOST_PATIENCE_AFTER_START);
      let next: Running | undefined;
      for (let tries = 0; next === undefined && !stopping.signal.aborted; tries += 1) {
        next = await tryAgain(tries, patience);
      }
      if (next !== undefined) running = next; // also when stopping: `stop` waits for us and ends it
      if (stopping.signal.aborted) return;
      falls += 1;
      calmSince = performance.now();
      options.log.info('The database is back.', { role: running.role });
    }
  }

  async function tryAgain(tries: number, patience: number): Promise<Running | undefined> {
    try {
      // The longer of the two, not their sum: a try that failed because the server fell once more is no reason to wait longer.
      await sleep(WAITS[Math.min(Math.max(tries, patience), WAITS.length - 1)], undefined, { signal: stopping.signal });
      return await bringUp(folder, options, stopping.signal, running.connection);
    } catch (error) {
      if (stopping.signal.aborted) return undefined;
      options.log.error('The database could not be brought back; trying again.', { tries: tries + 1, error });
      if (tries + 1 === TRIES_BEFORE_TELLING) for (const listener of listeners) listener(error);
      return undefined;
    }
  }

  return {
    get ownerConnection() {
      return running.connection;
    },
    get role() {
      return running.role;
    },
    onFailure: (listener) => void listeners.push(listener),
    makeRoom: () => {
      const made = dropReserve(folder);
      if (made)
        options.log.warn('The disk is full. The reserve in the data folder was thrown away; make room now.', {
          folder: folder.root,
        });
      return made;
    },
    stop: async () => {
      stopping.abort();
      await running.stop();
      await kept;
      await running.stop(); // one that had just been brought back
    },
  };
}
