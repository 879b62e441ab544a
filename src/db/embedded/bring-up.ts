// One attempt at having a database: wait for our turn, use a server that already runs on this data, else start one.
import { setTimeout as sleep } from 'node:timers/promises';
import { attach } from './attach.ts';
import type { DataFolder } from './folder.ts';
import { type HeldName, holdName } from './held-name.ts';
import type { OwnerConnection } from './reach.ts';
import type { EmbeddedOptions, Running } from './running.ts';
import { startOwn } from './start-own.ts';
import { codeOf, trouble } from './trouble.ts';

const TURN = 60_000; // milliseconds; a first start takes one second

/** @param before the connection others may still be using, so that the new one resembles it where it can */
export async function bringUp(
  folder: DataFolder,
  options: EmbeddedOptions,
  signal: AbortSignal,
  before: OwnerConnection | undefined,
): Promise<Running> {
  const turn = await takeTurn(folder, signal);
  try {
    return (await attach(folder, signal)) ?? (await startOwn(folder, options, signal, before));
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC') throw error;
    throw trouble(`The disk of ${folder.root} is full.`, 'Make room (100 MB will do), then start again.', error);
  } finally {
    await turn.release();
  }
}

/** Of two starts at once, one waits for the other and then finds its server. */
async function takeTurn(folder: DataFolder, signal: AbortSignal): Promise<HeldName> {
  for (const until = performance.now() + TURN; performance.now() < until;) {
    signal.throwIfAborted();
    const turn = await holdName(folder.root, 'start', () => String(process.pid));
    if (turn !== undefined) return turn;
    await sleep(25, undefined, { signal });
  }
  throw trouble(
    `Another process has been starting the database in ${folder.root} for a minute.`,
    'Stop it, then start again.',
  );
}
