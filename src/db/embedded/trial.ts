// For the tests of this folder: throw-away data folders, a query, and a Gatepost-like process of its own to kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from './log.ts';
import type { OsUser } from './os-user.ts';

export const isRoot = process.geteuid?.() === 0;
export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A folder only we may enter, in memory where the machine has such a place. */
export function trialFolder(): string {
  const folder = mkdtempSync(join(memoryOrTemporary(), 'gatepost-trial-'));
  chmodSync(folder, 0o700);
  return folder;
}

function memoryOrTemporary(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

export async function ask(connection: pg.ClientConfig, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Asks until it is answered, as a client does that was told to come back. */
export async function askUntilAnswered(connection: () => pg.ClientConfig, sql: string): Promise<unknown[][]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask(connection(), sql);
    } catch (error) {
      if (attempt > 200) throw error;
      await sleep(25);
    }
  }
}

export async function until(holds: () => boolean): Promise<void> {
  for (let attempt = 0; !holds(); attempt += 1) {
    if (attempt > 400) throw new Error('waited ten seconds in vain');
    await sleep(25);
  }
}

/** A process of its own that starts the database, says so in one line, and then only waits. */
export async function otherProcess(
  dataDir: string,
  user?: OsUser,
): Promise<{ pid: number; said: string; kill(): Promise<void> }> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./start.ts', import.meta.url).href)});
    const silent = { info() {}, warn() {}, error() {} };
    try {
      const { role } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: silent, reserveBytes: 0 });
      console.log(role);
    } catch (error) {
      console.log(error.message);
      process.exit(1);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid ?? 0, said: said.toString('utf8').trim(), kill };
}
