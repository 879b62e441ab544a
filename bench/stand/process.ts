// Gatepost as its own processes: started, asked whether it is ready, ended.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '#main/build-pages.ts';

/** @param words after `gatepost` */
export const launch = (words: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [join(ROOT, 'bin', 'gatepost.mjs'), ...words], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });

/** @returns after how many seconds /readyz answered 200 */
export async function readySeconds(port: number, from = performance.now()): Promise<number> {
  while (performance.now() - from < 60_000) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return (performance.now() - from) / 1_000;
    await pause(20);
  }
  throw new Error('It did not become ready within a minute.');
}

/** Resolves once it is gone. */
export async function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
