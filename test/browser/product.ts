// Starts the product as anybody would, on a free port with a data folder of its own, and stops it again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { trialFolder } from '#db/embedded/trial.ts';

export interface Product {
  /** `http://localhost:<port>` */
  readonly origin: string;
  readonly dataDir: string;
  /** The address of the one-time set-up link, as it stood on the screen. */
  readonly setUpLink: string | null;
  /** Everything it has said so far. */
  said(): string;
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** An existing data folder, which is kept; without it, a new one, thrown away at the end. */
  readonly dataDir?: string;
  /** `start`, or `demo`. */
  readonly command?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const program = join(import.meta.dirname, '../../bin/gatepost.mjs');
/** The demo is filled first. */
const START_WITHIN_MS = 120_000;

export async function startProduct({ dataDir, command = 'start', env = {} }: ProductOptions = {}): Promise<Product> {
  const folder = dataDir ?? trialFolder();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [program, command], {
    env: {
      ...process.env,
      GATEPOST_DATA: folder,
      PORT: String(port),
      GATEPOST_ORIGIN: origin,
      GATEPOST_LOG: 'plain',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  // It says where it is, and how to set it up, a moment after it answers.
  const up = isReady(origin, () => text.includes(' is at http'));
  const ready = await Promise.race([up, ended.then(() => false)]);
  if (!ready) {
    await stop();
    throw new Error(`gatepost ${command} did not come up:\n${text}`);
  }
  return {
    origin,
    dataDir: folder,
    setUpLink: /https?:\/\/\S+\/set-up\/\S+/.exec(text)?.[0] ?? null,
    said: () => text,
    stop,
  };
}

async function isReady(origin: string, hasSpoken: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < START_WITHIN_MS; waited += 100) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok && hasSpoken()) return true;
    await sleep(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
